const MOST_TRIES = 3;

/** The mails of one folder that its server lists and has not given, as this process saw it. */
export class KeptBack {
  private readonly tries = new Map<number, number>();

  /** The server stumbled over one of these: from now on each is asked for alone. */
  suspect(uids: Iterable<number>): void {
    for (const uid of uids) this.tries.set(uid, this.triesOf(uid));
  }

  isSuspect(uid: number): boolean {
    return this.tries.has(uid);
  }

  /** Counts a try before it is made: it may end the connection. */
  beginTry(uid: number): void {
    this.tries.set(uid, this.triesOf(uid) + 1);
  }

  triesOf(uid: number): number {
    return this.tries.get(uid) ?? 0;
  }

  /** Whether it was asked for often enough, so that it is taken without its content. */
  isGivenUp(uid: number): boolean {
    return this.triesOf(uid) >= MOST_TRIES;
  }

  wasGiven(uid: number): void {
    this.tries.delete(uid);
  }

  /** The folder is read beyond this one. */
  passed(uid: number): void {
    for (const each of this.tries.keys()) if (each <= uid) this.tries.delete(each);
  }
}

/** That of each folder this process reads, by its cursor's id. */
export class KeptBackByFolder {
  private readonly folders = new Map<string, KeptBack>();

  of(cursorId: string): KeptBack {
    const keptBack = this.folders.get(cursorId) ?? new KeptBack();
    this.folders.set(cursorId, keptBack);
    return keptBack;
  }
}
