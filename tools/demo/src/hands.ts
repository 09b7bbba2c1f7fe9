import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Language } from '@app/domain/language';
import type { Command, CommandBody } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import { ACCOUNT } from './cast';
import { isAtRest } from './installation/at-rest';
import { PATIENCE_MS } from './installation/database-news';
import type { Installation } from './installation/start-installation';
import type { ArrivedLetter } from './mail/outside-mailbox';
import { composeReply } from './mail/compose-reply';

/** What people do in a demo: contacts reply, the operator gives orders, time passes. Each returns when all is at rest again. */
export class Hands {
  private readonly commands: CommandStore;

  constructor(
    private readonly installation: Installation,
    private readonly language: Language,
  ) {
    this.commands = new CommandStore(installation.db);
  }

  /** Answers a letter by a real mail into the agent's INBOX; gives its Message-ID. */
  async reply({ to: address, mail: letter }: ArrivedLetter, words: string): Promise<string> {
    const { mail, clock, product, db, news } = this.installation;
    const messageId = `<${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`;
    const reply = composeReply({
      to: letter,
      from: { address, name: letter.to[0]?.name ?? '' },
      words,
      messageId,
      date: clock.now(),
      timeZone: product.settings.timeZone,
      language: this.language,
    });
    mail.deliver(ACCOUNT.address, await new MailComposer(reply).compile().build());
    await news.until('the reply to be stored', async () => db.messages.exists({ messageId }));
    await this.rest();
    return messageId;
  }

  async command(body: CommandBody): Promise<Command> {
    const id = await this.commands.queue(body);
    await this.rest();
    const command = await this.commands.find(id);
    if (!command) throw new Error(`the command ${id} is gone`);
    return command;
  }

  async moveClockTo(moment: Date): Promise<void> {
    await this.installation.clock.moveTo(moment);
    await this.rest();
  }

  /** Waits until nothing is under way, and every letter that left has been seen outside. */
  async rest(): Promise<void> {
    const { db, clock, news, mailbox, product } = this.installation;
    const { name, answerWithinSeconds } = product.settings.model;
    const withinMs = PATIENCE_MS + (name === '' ? 0 : answerWithinSeconds.mail * 1000);
    await news.until('everything to come to rest', async () => (await isAtRest(db, clock.now())) || null, withinMs);
    await mailbox.settled();
  }
}
