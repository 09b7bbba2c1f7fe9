/** How often the server kept back a mail that it lists, as this process saw it. */
export class KeptBack {
  private readonly tries = new Map<string, Map<number, number>>();

  /** Counts one more try in vain; whether it was the last, so that the mail is taken without its content. */
  giveUp(accountId: string, uid: number): boolean {
    const ofAccount = this.tries.get(accountId) ?? new Map<number, number>();
    const tries = (ofAccount.get(uid) ?? 0) + 1;
    this.tries.set(accountId, ofAccount.set(uid, tries));
    return tries >= MOST_TRIES;
  }

  /** The mailbox is read beyond them. */
  forget(accountId: string): void {
    this.tries.delete(accountId);
  }
}

const MOST_TRIES = 3;
