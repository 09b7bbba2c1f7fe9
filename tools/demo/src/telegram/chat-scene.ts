import type { Stage } from '@app/domain/stage';
import type { CommandBody, Command } from '@app/persistence/commands/command.schema';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { SentByBot } from '../../../../test/support/telegram/emulator';
import type { Hands } from '../hands';
import type { Installation } from '../installation/start-installation';
import type { ProgressReader } from '../progress-reader';
import { check } from '../scripted/check';
import { replyInWords, type Layout } from '../text/letter-in-words';
import { momentInWords } from '../text/moment';
import { progressInWords } from '../text/progress-in-words';
import type { Screen } from '../text/screen';
import type { EmulatedChat } from './emulated-chat';
import { messageInWords } from './message-in-words';

/** What the steps of the scripted chat are played with. Everything that happens is shown. */
export class ChatScene {
  private arrived: SentByBot[] = [];

  constructor(
    readonly chat: EmulatedChat,
    readonly installation: Installation,
    private readonly hands: Hands,
    private readonly progress: ProgressReader,
    private readonly screen: Screen,
  ) {
    chat.hear((message) => {
      this.arrived.push(message);
      const head = { from: chat.telegram.botUsername, to: chat.contact.firstName, at: this.installation.clock.now() };
      this.screen.print(messageInWords(message, head, this.layout));
    });
  }

  /** Presses Start, with the token of a link or without, and gives the messages that came of it. */
  async start(token?: string): Promise<SentByBot[]> {
    return this.act('presses Start', () => this.chat.contact.starts(token).updateId);
  }

  /** Writes messages one right after the other, and gives those that came of them. */
  async say(...messages: readonly string[]): Promise<SentByBot[]> {
    const { contact } = this.chat;
    const updates = messages.map((words) => {
      const said = { name: contact.firstName, address: `@${contact.username}`, words };
      this.screen.print(replyInWords({ ...said, at: this.installation.clock.now() }, this.layout));
      return contact.writes(words).updateId;
    });
    return this.whatCameOf(updates.at(-1) ?? 0);
  }

  /** Presses the newest button that chooses this. */
  async choose(choice: string): Promise<SentByBot[]> {
    const button = this.chat.contact
      .sees()
      .flatMap(({ buttons }) => buttons.flat())
      .findLast(({ action }) => action.endsWith(`:${choice}`));
    check(button !== undefined, `a message should show a button for "${choice}"`);
    return this.act(`presses «${button.label}»`, () => this.chat.contact.presses(button.label).updateId);
  }

  /** Moves business time and gives the messages that came of it. */
  async moveClockTo(moment: Date): Promise<SentByBot[]> {
    this.screen.quiet(`time moves on to ${momentInWords(moment, this.layout.timeZone)}`);
    await this.hands.moveClockTo(moment);
    return this.whatCame();
  }

  /** Gives an order as the operator would. */
  async order(body: CommandBody): Promise<Command> {
    const command = await this.hands.command(body);
    this.screen.quiet(`the operator orders "${body.type}": ${command.status}`);
    await this.whatCame();
    return command;
  }

  async contact(): Promise<Contact> {
    const { db, keys } = this.installation;
    const [contact] = await new ContactStore(db, keys).findByAddress(`@${this.chat.contact.username}`);
    check(contact !== undefined, 'the contact should be there');
    return contact;
  }

  async checkStage(stage: Stage): Promise<void> {
    const { conversationId } = await this.contact();
    const conversation = await this.installation.db.conversations.findById(conversationId).lean<ConversationDocument>();
    check(conversation?.stage === stage, `the stage should be "${stage}", not "${conversation?.stage ?? ''}"`);
  }

  private async act(what: string, update: () => number): Promise<SentByBot[]> {
    this.screen.quiet(`${this.chat.contact.firstName} ${what}`);
    return this.whatCameOf(update());
  }

  private async whatCameOf(updateId: number): Promise<SentByBot[]> {
    await this.hands.restAfter(updateId);
    return this.whatCame();
  }

  private async whatCame(): Promise<SentByBot[]> {
    const all = await this.progress.next();
    this.screen.quiet(...all.map((one) => `${one.address} · ${progressInWords(one)}`));
    return this.arrived.splice(0);
  }

  private get layout(): Layout {
    return { timeZone: this.installation.product.settings.timeZone, width: this.screen.width };
  }
}
