/** What a command has to say: to a person, and to a program that gave `--json`. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** 2 when some of what was asked could not be done; 1 when what was examined is not right. */
  readonly exitCode?: 1 | 2;
}
