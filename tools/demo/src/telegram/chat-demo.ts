import type { Hands } from '../hands';
import type { Installation } from '../installation/start-installation';
import { passTime } from '../live/pass-time';
import { tellProgress } from '../live/tell-progress';
import type { ProgressReader } from '../progress-reader';
import type { Layout } from '../text/letter-in-words';
import type { Screen } from '../text/screen';
import { CHAT_HELP } from './chat-intro';
import type { EmulatedChat } from './emulated-chat';
import { messageInWords } from './message-in-words';
import { readChatEntry } from './read-chat-entry';

/** The contact of the demo, and how it is reached. */
export interface ChatPart {
  readonly contactId: string;
  readonly address: string;
  readonly link: URL;
  /** null when the person answers in the real Telegram. */
  readonly chat: EmulatedChat | null;
}

/** The chat as the person at the keyboard meets it: what they enter is done, and what came of it is shown. */
export class ChatDemo {
  constructor(
    private readonly installation: Installation,
    private readonly hands: Hands,
    private readonly progress: ProgressReader,
    private readonly screen: Screen,
    private readonly part: ChatPart,
  ) {
    const { chat } = part;
    chat?.hear((message) => {
      const head = { from: chat.telegram.botUsername, to: chat.contact.firstName, at: installation.clock.now() };
      screen.print(messageInWords(message, head, this.layout));
    });
  }

  get prompt(): string {
    return `${this.part.address} › `;
  }

  /** Shows what happens in Telegram as it happens, until the demo ends. */
  async follow(ending: AbortSignal): Promise<void> {
    while (!ending.aborted) {
      await this.tellProgress();
      await this.installation.news.next();
    }
  }

  async take(text: string): Promise<'goes-on' | 'quit'> {
    const entry = readChatEntry(text, { now: this.installation.clock.now(), timeZone: this.layout.timeZone });
    switch (entry.type) {
      case 'write':
        await this.write(entry.words);
        break;
      case 'press':
        await this.press(entry.number);
        break;
      case 'moveClock':
        await this.passTime(entry.to);
        break;
      case 'operate':
        await this.hands.command({ type: 'replyToContact', contactId: this.part.contactId, text: entry.words });
        await this.tellProgress();
        break;
      case 'help':
        this.screen.print(CHAT_HELP);
        break;
      case 'mistake':
        this.screen.print(entry.sentence);
        break;
      case 'nothing':
        break;
      case 'quit':
        return 'quit';
    }
    return 'goes-on';
  }

  tellProgress(): Promise<boolean> {
    return tellProgress(this.progress, this.screen, this.part.address, ':operator');
  }

  private async write(words: string): Promise<void> {
    const contact = this.part.chat?.contact;
    if (!contact) {
      this.screen.print(`You answer in Telegram itself: ${this.part.link.href}`);
      return;
    }
    // The first Start is that of the link; who types it again has no token any more.
    const isFirst = words === '/start' && contact.sees().length === 0;
    const token = this.part.link.searchParams.get('start');
    const { updateId } = isFirst && token !== null ? contact.starts(token) : contact.writes(words);
    await this.after(updateId);
  }

  private async press(number: number): Promise<void> {
    const contact = this.part.chat?.contact;
    const shown = contact?.sees().findLast(({ buttons }) => buttons.length > 0);
    const button = shown?.buttons.flat()[number - 1];
    if (!contact || !button) {
      this.screen.print(`There is no button ${String(number)} here.`);
      return;
    }
    await this.after(contact.presses(button.label).updateId);
  }

  private async after(updateId: number): Promise<void> {
    await this.hands.restAfter(updateId);
    await this.tellProgress();
  }

  private passTime(to: Date): Promise<void> {
    const { hands, screen } = this;
    return passTime(to, this.layout.timeZone, { hands, screen }, () => this.tellProgress());
  }

  private get layout(): Layout {
    return { timeZone: this.installation.product.settings.timeZone, width: this.screen.width };
  }
}
