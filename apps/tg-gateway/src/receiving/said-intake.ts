import { Injectable } from '@nestjs/common';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { MessageStore } from '@app/persistence/messages/message.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { KeptAttachments } from '@app/runtime/files/keep-attachments';
import { TelegramApi } from '../api/telegram-api';
import type { Said, SentFile } from './said';
import { SentFiles } from './sent-files';
import { toInboundMessage } from './to-inbound-message';
import { Typing } from './typing';

/** Stores what people say and do, with the files they send. */
@Injectable()
export class SaidIntake {
  constructor(
    private readonly messages: MessageStore,
    private readonly files: SentFiles,
    private readonly typing: Typing,
    private readonly api: TelegramApi,
    private readonly clock: BusinessClock,
  ) {}

  /** Stored durably, each once and in their order, when it resolves; throws amid them when the signal aborts. */
  async store(all: readonly Said[], signal?: AbortSignal): Promise<void> {
    let together: InboundMessage[] = [];
    for (const said of all) {
      const { file } = said;
      if (file === null) {
        together.push(this.toMessage(said, []));
        continue;
      }
      await this.storeTogether(together);
      together = [];
      // Fetching may take long, and more of them longer.
      signal?.throwIfAborted();
      await this.storeWithFile(said, file);
    }
    await this.storeTogether(together);
  }

  private async storeTogether(messages: readonly InboundMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const stored = await this.messages.storeAll(messages);
    for (const message of messages) if (stored.has(message._id)) this.showTyping(message);
  }

  private async storeWithFile(said: Said, file: SentFile): Promise<void> {
    const { attachments, contents } = await this.files.keep(file);
    const message = this.toMessage(said, attachments);
    if ((await this.messages.store(message, contents)) === 'stored') this.showTyping(message);
  }

  private toMessage(said: Said, attachments: KeptAttachments['attachments']): InboundMessage {
    return toInboundMessage(said, { botId: this.api.botId, attachments, storedAt: this.clock.now() });
  }

  private showTyping({ kind, chat }: InboundMessage): void {
    if (kind === 'human' && chat) this.typing.begin(chat.chatId, chat.businessConnectionId);
  }
}
