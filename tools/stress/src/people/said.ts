import type { Database } from '@app/persistence/database';

/** Who is still thinking of what to say, and all that was said: to be stored by a gateway once. */
export class Said {
  private readonly speaking = new Set<Promise<void>>();
  /** Message-IDs of mails, ids of updates. */
  private readonly unheard = new Set<string>();

  /** Notes that this will be said; `speak` says it and gives the id under which the outside world knows it. */
  begin(speak: () => Promise<string>): void {
    const speaking = speak().then((id) => void this.unheard.add(id));
    this.speaking.add(speaking);
    void speaking.finally(() => this.speaking.delete(speaking));
  }

  /** Resolves when nobody speaks. */
  async silence(): Promise<void> {
    while (this.speaking.size > 0) await Promise.all(this.speaking);
  }

  /** What no gateway has stored so far. */
  async notHeard(db: Database): Promise<readonly string[]> {
    const ids = [...this.unheard];
    const heard = { $or: [{ messageId: { $in: ids } }, { _id: { $in: ids } }] };
    for (const { _id, messageId } of await db.messages.find(heard, { messageId: 1 }).lean()) {
      this.unheard.delete(_id);
      this.unheard.delete(messageId);
    }
    return [...this.unheard];
  }
}
