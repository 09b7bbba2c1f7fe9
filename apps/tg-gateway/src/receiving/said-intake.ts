import { Injectable } from '@nestjs/common';
import { MessageStore } from '@app/persistence/messages/message.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { TelegramApi } from '../api/telegram-api';
import type { Said } from './said';
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

  /** Stored durably, once, when it resolves. */
  async store(said: Said): Promise<void> {
    const { attachments, contents } = await this.files.keep(said.file);
    const message = toInboundMessage(said, { botId: this.api.botId, attachments, storedAt: this.clock.now() });
    const stored = await this.messages.store(message, contents);
    if (stored === 'stored' && message.kind === 'human') this.typing.begin(said.chatId, said.businessConnectionId);
  }
}
