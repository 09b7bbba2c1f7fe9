import { setTimeout as pause } from 'node:timers/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import type { EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { addressOf } from '@app/peers/installation/offered-contacts';
import { messageIdOf } from '../deliveries';
import type { Random } from '../random';
import { storyOf } from './stories';

/** The people at the other end: each answers a letter it has not seen before with the next line of its story. */
export class Contacts {
  private readonly people = new Map<string, Person>();
  private readonly writing = new Set<Promise<void>>();

  constructor(
    ids: readonly string[],
    private readonly random: Random,
  ) {
    ids.forEach((id, n) => this.people.set(addressOf(id), { id, says: [...storyOf(n).says], seen: new Set() }));
  }

  /** Lets whoever got this mail answer it by a mail of its own, a moment later. */
  take({ from, to, raw }: AcceptedMail, mail: EmbeddedMail): void {
    const [address = ''] = to;
    const person = this.people.get(address);
    const messageId = messageIdOf(raw);
    if (!person || person.seen.has(messageId)) return;
    person.seen.add(messageId);
    const words = person.says.shift();
    if (words === undefined) return;
    const answering = this.answer({ from: address, to: from, words, messageId, person }, mail);
    this.writing.add(answering);
    void answering.finally(() => this.writing.delete(answering));
  }

  /** Resolves when nobody is writing. */
  async quiet(): Promise<void> {
    while (this.writing.size > 0) await Promise.all(this.writing);
  }

  private async answer({ from, to, words, messageId, person }: Reply, mail: EmbeddedMail): Promise<void> {
    await pause(this.random.between(0, LONGEST_THOUGHT_MS));
    const raw = await new MailComposer({
      from: `Анна <${from}>`,
      to,
      subject: 'Re:',
      inReplyTo: messageId,
      references: messageId,
      text: words.replace('COLLEAGUE', addressOf(`${person.id}-colleague`)),
    })
      .compile()
      .build();
    mail.deliver(to, raw);
  }
}

interface Person {
  readonly id: string;
  readonly says: string[];
  readonly seen: Set<string>;
}

interface Reply {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly messageId: string;
  readonly person: Person;
}

const LONGEST_THOUGHT_MS = 2_000;
