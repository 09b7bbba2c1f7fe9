/** Why the demo ends: the person asked for it, or something broke, in a sentence that says where to look. */
export type EndingReason = { readonly type: 'asked' } | { readonly type: 'broken'; readonly sentence: string };

/** The one end of a demo, whoever brings it about; everything that waits listens to its signal. */
export class Ending {
  private readonly controller = new AbortController();

  /** Its reason is the `EndingReason`. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Null while the demo goes on. */
  get reason(): EndingReason | null {
    return this.signal.aborted ? (this.signal.reason as EndingReason) : null;
  }

  /** The first one to say so counts. */
  because(reason: EndingReason): void {
    if (!this.signal.aborted) this.controller.abort(reason);
  }

  /** Ends the demo when the terminal or another process asks for it. */
  listenToSystem(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        this.because({ type: 'asked' });
      });
    }
  }
}
