import { tooManyRequests } from './bot-refusal';
import type { SendLimits } from './emulator';

const WINDOW_MS = 1000;

/** Counts messages in the second that lies behind each of them. */
export class SendPace {
  private overAll: readonly number[] = [];
  private readonly perChat = new Map<string, readonly number[]>();

  constructor(private readonly limits: SendLimits) {}

  /** Lets a message pass, or throws `BotRefusal` with 429. What is refused does not count. */
  admit(chatId: string): void {
    const now = performance.now();
    const sent = recent(this.overAll, now);
    const sentToChat = recent(this.perChat.get(chatId) ?? [], now);
    if (sent.length >= this.limits.overAll || sentToChat.length >= this.limits.perChat) throw tooManyRequests(1);
    this.overAll = [...sent, now];
    this.perChat.set(chatId, [...sentToChat, now]);
  }
}

function recent(moments: readonly number[], now: number): readonly number[] {
  return moments.filter((moment) => now - moment < WINDOW_MS);
}
