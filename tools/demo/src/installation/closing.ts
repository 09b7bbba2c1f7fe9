import { messageOf } from '@app/peers/system/message-of';

/** What has been opened so far and how each of it is closed, the newest first. */
export class Closing {
  private readonly steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.steps.push(step);
  }

  /** Is done when everything else is closed. */
  last(step: () => Promise<void> | void): void {
    this.steps.unshift(step);
  }

  /** Closes everything, whatever fails; says in a sentence each what did. */
  async close(): Promise<string[]> {
    const failures: string[] = [];
    for (const step of this.steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(messageOf(error));
      }
    }
    return failures;
  }
}
