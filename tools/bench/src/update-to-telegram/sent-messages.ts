import type { SentByBot } from '../../../../test/support/telegram/emulator';

/** Tells of what the bot sends, as soon as Telegram has it. */
export class SentMessages {
  private readonly waiting = new Map<string, (message: SentByBot) => void>();

  readonly take = (message: SentByBot): void => {
    this.waiting.get(message.chatId)?.(message);
    this.waiting.delete(message.chatId);
  };

  /** The next message to this chat. */
  nextTo(chatId: string): Promise<SentByBot> {
    return new Promise((resolve) => {
      this.waiting.set(chatId, resolve);
    });
  }
}
