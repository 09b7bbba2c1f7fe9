/** One promise, how much it was tested on, and each case in which it was broken. */
export interface Finding {
  /** What must not be. */
  readonly what: string;
  /** Among how many of what. */
  readonly among: string;
  readonly wrong: readonly string[];
}
