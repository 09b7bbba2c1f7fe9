import { Injectable, Logger } from '@nestjs/common';
import type { Language } from '@app/domain/language';
import { GroupStore } from '@app/persistence/telegram/group.store';
import { errorWords } from '@app/runtime/error-words';
import { TelegramApi } from '../api/telegram-api';

/** Says in a group, once, that the bot talks to one person at a time, and leaves it. */
@Injectable()
export class GroupCourtesy {
  private readonly logger = new Logger(GroupCourtesy.name);

  constructor(
    private readonly groups: GroupStore,
    private readonly api: TelegramApi,
  ) {}

  /** Resolves when it is noted that this group is told; a group that was told before is left without a word. */
  async answer(chatId: string, languageCode: string): Promise<void> {
    const isNew = await this.groups.tell(this.api.botId, chatId);
    void this.sayAndLeave(chatId, isNew ? SENTENCE[languageCode.startsWith('ru') ? 'ru' : 'en'] : null);
  }

  private async sayAndLeave(chatId: string, sentence: string | null): Promise<void> {
    try {
      if (sentence !== null) await this.api.call('sendMessage', { chat_id: chatId, text: sentence });
    } catch (error) {
      this.logger.log(`A group could not be told: ${errorWords(error)}`);
    }
    await this.api.call('leaveChat', { chat_id: chatId }).catch((error: unknown) => {
      this.logger.log(`A group could not be left: ${errorWords(error)}`);
    });
  }
}

const SENTENCE: Readonly<Record<Language, string>> = {
  ru: 'Спасибо за приглашение! Я отвечаю только в личных сообщениях — напишите мне, пожалуйста, туда.',
  en: 'Thank you for the invitation! I only answer in private messages, so please write to me there.',
};
