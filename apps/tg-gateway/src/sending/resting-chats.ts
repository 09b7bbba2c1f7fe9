/** Until when nothing may leave to a chat, of those to which something left lately. */
export class RestingChats {
  private readonly until = new Map<string, number>();

  /** `now` is of a clock that only runs forward, in ms. */
  note(chatId: string, until: number, now: number): void {
    for (const [chat, over] of this.until) if (over <= now) this.until.delete(chat);
    this.until.set(chatId, until);
  }

  /** For how many ms more; 0 or less when it need not wait. */
  leftMs(chatId: string, now: number): number {
    return (this.until.get(chatId) ?? now) - now;
  }
}
