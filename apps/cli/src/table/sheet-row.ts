/** One row of a file with a table in it, by the line it ends in. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}
