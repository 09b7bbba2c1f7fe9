import type { Contact } from '@app/persistence/contacts/contact.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { Hands } from '../hands';
import type { Installation } from '../installation/start-installation';
import type { ArrivedLetter } from '../mail/outside-mailbox';
import type { ProgressReader } from '../progress-reader';
import { letterInWords, replyInWords, type Layout } from '../text/letter-in-words';
import { progressInWords } from '../text/progress-in-words';
import type { Screen } from '../text/screen';
import { dialogueWith } from './dialogue';
import { HELP } from './intro';
import { passTime } from './pass-time';
import { readEntry } from './read-entry';
import { tellProgress } from './tell-progress';

/** The demo as the person at the keyboard meets it: what they enter is done, and what came of it is shown. */
export class LiveDemo {
  private readonly met: Set<string>;

  /** `address` is whose part the person takes. */
  constructor(
    private readonly installation: Installation,
    private readonly hands: Hands,
    private readonly progress: ProgressReader,
    private readonly screen: Screen,
    private address: string,
  ) {
    this.met = new Set([address, ...installation.mailbox.addresses()]);
    installation.mailbox.hear((letter) => {
      this.show(letter);
    });
  }

  get prompt(): string {
    return `${this.address} › `;
  }

  /** Shows where the person stopped the last time. */
  async goOn(): Promise<void> {
    await this.hands.rest();
    const latest = this.installation.mailbox.latestFor(this.address);
    if (latest) this.show(latest);
    await this.tellStanding();
  }

  async take(text: string): Promise<'goes-on' | 'quit'> {
    const { clock } = this.installation;
    const entry = readEntry(text, { now: clock.now(), timeZone: this.layout.timeZone });
    switch (entry.type) {
      case 'write':
        await this.write(entry.words);
        break;
      case 'moveClock':
        await this.passTime(entry.to);
        break;
      case 'playAs':
        await this.playAs(entry.address);
        break;
      case 'operate':
        await this.operate(entry.words);
        break;
      case 'show':
        this.screen.print(await dialogueWith(this.address, this.installation, this.layout));
        break;
      case 'help':
        this.screen.print(HELP);
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

  /** Shows how every conversation got on in which something happened. */
  tellProgress(): Promise<boolean> {
    return tellProgress(this.progress, this.screen, this.address, '/operator');
  }

  private async write(words: string): Promise<void> {
    const letter = this.installation.mailbox.latestFor(this.address);
    if (!letter) {
      this.screen.print(`No letter has come to ${this.address} yet, so there is nothing to answer.`);
      return;
    }
    if (!this.screen.isTerminal) this.echo(letter, words);
    await this.hands.reply(letter, words);
    await this.tellProgress();
  }

  private async playAs(address: string): Promise<void> {
    const written = this.installation.mailbox.addresses();
    if (!written.includes(address)) {
      this.screen.print(`Nobody has written to ${address}. You may answer as ${written.join(' or ')}.`);
      return;
    }
    this.address = address;
    this.screen.quiet(`you are ${address} now`);
    await this.tellStanding();
  }

  private async operate(text: string): Promise<void> {
    const contact = await this.contact();
    if (!contact) {
      this.screen.print(`There is no conversation with ${this.address}.`);
      return;
    }
    await this.hands.command({ type: 'replyToContact', contactId: contact._id, text });
    await this.tellProgress();
  }

  private async tellStanding(): Promise<void> {
    const contact = await this.contact();
    const conversation = contact && (await this.installation.db.conversations.findById(contact.conversationId).lean());
    if (conversation) this.screen.quiet(progressInWords(await this.progress.standing(conversation, [])));
  }

  private async contact(): Promise<Contact | undefined> {
    const { db, keys } = this.installation;
    return (await new ContactStore(db, keys).findByAddress(this.address))[0];
  }

  private show({ to, mail }: ArrivedLetter): void {
    this.screen.print(letterInWords(mail, to, this.layout));
    if (this.met.has(to)) return;
    this.met.add(to);
    this.screen.quiet(`/as ${to} lets you answer as this person`);
  }

  private echo({ mail }: ArrivedLetter, words: string): void {
    const { address } = this;
    const name = mail.to[0]?.name ?? '';
    this.screen.print(replyInWords({ name, address, words, at: this.installation.clock.now() }, this.layout));
  }

  private passTime(to: Date): Promise<void> {
    const { hands, screen } = this;
    return passTime(to, this.layout.timeZone, { hands, screen }, () => this.tellProgress());
  }

  private get layout(): Layout {
    return { timeZone: this.installation.product.settings.timeZone, width: this.screen.width };
  }
}
