import { setTimeout as pause } from 'node:timers/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import { addressOf, contactToAdd } from '@app/peers/installation/offered-contacts';
import type { Installation } from '@app/peers/installation/installation';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { CommandStore } from '@app/persistence/commands/command.store';
import { messageIdOf } from '../findings/message-id-of';
import { insist } from '../insist';
import type { Random } from '../random';
import { Person } from './person';
import type { Said } from './said';
import { COLLEAGUE, type Story } from './stories';

/** The contacts who have a mailbox: each answers a letter it has not seen before with the next line of its story. */
export class MailPeople {
  private readonly byAddress = new Map<string, Person>();

  constructor(
    private readonly random: Random,
    private readonly said: Said,
  ) {}

  get all(): readonly Person[] {
    return [...this.byAddress.values()];
  }

  /** Adds a contact under this id, as the operator does. */
  async join({ db }: Installation, id: string, story: Story): Promise<void> {
    this.byAddress.set(addressOf(id), new Person(story, [addressOf(id), colleagueOf(addressOf(id))]));
    const commands = new CommandStore(db);
    await insist(() => commands.queueOnce(`add-${id}`, { type: 'addContact', contact: contactToAdd(id) }));
  }

  /** Lets whoever got this mail answer it by a mail of its own, a moment later. */
  take({ from: seller, to, raw }: AcceptedMail, installation: Installation): void {
    const [address = ''] = to;
    const answers = messageIdOf(raw);
    const words = this.byAddress.get(address)?.answerTo(answers);
    if (words === undefined) return;
    this.said.begin(async () => {
      await pause(this.random.between(0, LONGEST_THOUGHT_MS));
      const reply = { from: address, to: seller, words, answers, date: installation.now() };
      const messageId = `<${answers.replace(/\W/g, '')}@contact.test>`;
      installation.mail.deliver(seller, await mailOf({ ...reply, messageId }));
      return messageId;
    });
  }
}

interface Reply {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly answers: string;
  readonly messageId: string;
  /** Business time: a week is counted from there. */
  readonly date: Date;
}

function mailOf({ from, to, words, answers, messageId, date }: Reply): Promise<Buffer> {
  return new MailComposer({
    from: `Анна <${from}>`,
    to,
    subject: 'Re:',
    messageId,
    date,
    inReplyTo: answers,
    references: answers,
    text: words.replace(COLLEAGUE, colleagueOf(from)),
  })
    .compile()
    .build();
}

function colleagueOf(address: string): string {
  return address.replace('anna@', 'boris@');
}

const LONGEST_THOUGHT_MS = 2_000;
