import { setTimeout as pause } from 'node:timers/promises';
import type {
  EmulatedUser,
  SentByBot,
  TelegramEmulator,
  WrittenMessage,
} from '../../../../test/support/telegram/emulator';
import type { Random } from '../random';
import { Person } from './person';
import type { Said } from './said';
import type { Story } from './stories';

/** The contacts who talk to the bot: each answers a message it has not seen before with the next line of its story. */
export class ChatPeople {
  private readonly byChat = new Map<string, { readonly user: EmulatedUser; readonly person: Person }>();

  constructor(
    private readonly random: Random,
    private readonly said: Said,
  ) {}

  get all(): readonly Person[] {
    return [...this.byChat.values()].map(({ person }) => person);
  }

  /** Somebody nobody knew presses Start. */
  join(telegram: TelegramEmulator, story: Story): void {
    const user = telegram.user();
    this.byChat.set(user.id, { user, person: new Person(story, [`telegram:${user.id}`]) });
    this.said.begin(() => Promise.resolve(idOf(telegram, user.starts())));
  }

  /** Lets whoever got this message answer it, a moment later. */
  take({ chatId, messageId }: SentByBot, telegram: TelegramEmulator): void {
    const { user, person } = this.byChat.get(chatId) ?? {};
    const words = person?.answerTo(String(messageId));
    if (!user || words === undefined) return;
    this.said.begin(async () => {
      await pause(this.random.between(0, LONGEST_THOUGHT_MS));
      return idOf(telegram, user.writes(words));
    });
  }
}

function idOf({ botId }: TelegramEmulator, { updateId }: WrittenMessage): string {
  return `telegram:${botId}:${updateId}`;
}

const LONGEST_THOUGHT_MS = 2_000;
