/** The chats of which Telegram said within the last second that too much is sent. */
export class LimitedChats {
  private readonly saidAt = new Map<string, number>();

  /** How many there are with this one. `now` is of a clock that only runs forward, in ms. */
  note(chatId: string, now: number): number {
    this.saidAt.set(chatId, now);
    for (const [chat, at] of this.saidAt) if (now - at > TOGETHER_MS) this.saidAt.delete(chat);
    return this.saidAt.size;
  }
}

const TOGETHER_MS = 1_000;
