import type { Language } from '@app/domain/language';
import {
  TELEGRAM_LIMITS,
  type EmulatedUser,
  type SentByBot,
  type TelegramEmulator,
} from '../../../../test/support/telegram/emulator';
import { startTelegram } from '../../../../test/support/telegram/telegram-emulator';
import { CONTACT } from '../cast';
import type { Closing } from '../installation/closing';

/** The contact's name in Telegram. */
export const USERNAME = 'anna_buyer';

/** A Telegram on this machine, with its limits, and the contact in it. */
export interface EmulatedChat {
  readonly telegram: TelegramEmulator;
  readonly contact: EmulatedUser;
  /** From now on each message of the bot goes to this listener. */
  hear(listener: (message: SentByBot) => void): void;
}

export async function startChat(language: Language, closing: Closing): Promise<EmulatedChat> {
  let heard: (message: SentByBot) => void = () => undefined;
  const telegram = await startTelegram({
    limits: TELEGRAM_LIMITS,
    onSent: (message) => {
      heard(message);
    },
  });
  closing.add(() => telegram.close());
  return {
    telegram,
    contact: telegram.user({ firstName: CONTACT[language].name, username: USERNAME, languageCode: language }),
    hear(listener) {
      heard = listener;
    },
  };
}
