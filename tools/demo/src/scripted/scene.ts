import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { Stage } from '@app/domain/stage';
import type { CommandBody } from '@app/persistence/commands/command.schema';
import type { Hands } from '../hands';
import type { Installation } from '../installation/start-installation';
import type { ArrivedLetter } from '../mail/outside-mailbox';
import type { ProgressReader } from '../progress-reader';
import { letterInWords, replyInWords, type Layout } from '../text/letter-in-words';
import { momentInWords } from '../text/moment';
import { progressInWords } from '../text/progress-in-words';
import type { Screen } from '../text/screen';
import { check } from './check';
import { checkReadAsWritten } from './check-letters';

/** What the steps of the scripted conversation are played with. Everything that happens is shown. */
export class Scene {
  private arrived: ArrivedLetter[] = [];

  constructor(
    readonly installation: Installation,
    private readonly hands: Hands,
    private readonly progress: ProgressReader,
    private readonly screen: Screen,
  ) {
    installation.mailbox.hear((letter) => {
      this.arrived.push(letter);
      this.screen.print(letterInWords(letter.mail, letter.to, this.layout));
    });
  }

  /** Writes as this address, checks how it was read, and gives the letters that came of it. */
  async say(address: string, words: string): Promise<ArrivedLetter[]> {
    const { mailbox, clock } = this.installation;
    const letter = mailbox.latestFor(address);
    check(letter !== undefined, `${address} should have a letter to answer`);
    const name = letter.mail.to[0]?.name ?? '';
    this.screen.print(replyInWords({ name, address, words, at: clock.now() }, this.layout));
    const messageId = await this.hands.reply(letter, words);
    const arrived = await this.whatCame();
    await checkReadAsWritten(messageId, words, this.installation);
    return arrived;
  }

  /** Moves business time and gives the letters that came of it. */
  async moveClockTo(moment: Date): Promise<ArrivedLetter[]> {
    this.screen.quiet(`time moves on to ${momentInWords(moment, this.layout.timeZone)}`);
    await this.hands.moveClockTo(moment);
    return this.whatCame();
  }

  /** Gives an order as the operator would, and says what became of it and which letters came. */
  async order(
    body: CommandBody,
  ): Promise<{ readonly status: 'pending' | 'done' | 'refused'; readonly letters: ArrivedLetter[] }> {
    const { status } = await this.hands.command(body);
    this.screen.quiet(`the operator ${orderInWords(body)}: ${status}`);
    return { status, letters: await this.whatCame() };
  }

  async contactAt(address: string): Promise<Contact> {
    const { db, keys } = this.installation;
    const [contact] = await new ContactStore(db, keys).findByAddress(address);
    check(contact !== undefined, `${address} should be a contact`);
    return contact;
  }

  async checkStage(address: string, stage: Stage): Promise<void> {
    const { conversationId } = await this.contactAt(address);
    const conversation = await this.installation.db.conversations.findById(conversationId).lean();
    check(conversation?.stage === stage, `${address} should be in "${stage}", not in "${conversation?.stage ?? ''}"`);
  }

  private async whatCame(): Promise<ArrivedLetter[]> {
    const all = await this.progress.next();
    this.screen.quiet(...all.map((one) => `${one.address} · ${progressInWords(one)}`));
    return this.arrived.splice(0);
  }

  private get layout(): Layout {
    return { timeZone: this.installation.product.settings.timeZone, width: this.screen.width };
  }
}

function orderInWords(body: CommandBody): string {
  switch (body.type) {
    case 'addContact':
      return `adds ${body.contact.address} as a contact`;
    case 'restartContact':
      return 'begins the conversation anew';
    case 'replyToContact':
      return `writes "${body.text}"`;
    case 'stopContact':
      return 'says stop for the contact';
    case 'releaseContact':
      return 'gives the conversation back to the agent';
    case 'takeContact':
    case 'resumeContact':
    case 'noteContact':
    case 'eraseContact':
    case 'approveDraft':
    case 'rejectDraft':
    case 'cancelLetter':
    case 'retryLetter':
    case 'stopWithCompany':
    case 'suppressAddress':
    case 'liftAddress':
      return `orders "${body.type}"`;
  }
}
