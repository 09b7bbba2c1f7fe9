import type { Story } from './stories';

/** Somebody who lives through a story, and what of it is still to be said. */
export class Person {
  private readonly left: string[];
  private readonly seen = new Set<string>();

  constructor(
    readonly story: Story,
    /** As the outbox calls who gets the story's letters: the person's own address or chat, a colleague's address. */
    readonly recipients: readonly string[],
  ) {
    this.left = [...story.says];
  }

  /** What is said to a letter of this id; undefined when it was answered before, or all is said. */
  answerTo(id: string): string | undefined {
    if (this.seen.has(id)) return undefined;
    this.seen.add(id);
    return this.left.shift();
  }
}
