/** A place for one node's data that can be full. */
export interface SmallDisk {
  /** In words, for the report. */
  readonly how: string;
  /** Where the node has to keep its data; undefined for anywhere. */
  readonly folder?: string;
  /** From now on this process finds no room there. */
  fill(pid: number): Promise<void>;
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}
