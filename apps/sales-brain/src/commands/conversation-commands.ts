import { Injectable } from '@nestjs/common';
import { channelOf } from '@app/domain/address';
import type { Command } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { noSuchContact } from './no-such-contact';
import { whyNotThisLetter, type LetterCommand } from './why-not-this-letter';

/** Hands commands to the conversation whose turn they are. Each answers why it was refused, or null. */
@Injectable()
export class ConversationCommands {
  constructor(
    private readonly commands: CommandStore,
    private readonly contacts: ContactStore,
    private readonly outbox: OutboxStore,
  ) {}

  async handOn(command: Command, contactId: string): Promise<string | null> {
    const contact = await this.contacts.find(contactId);
    if (!contact) return noSuchContact(contactId);
    await this.commands.file(command._id, contact.conversationId);
    return null;
  }

  async reply(command: Command, contactId: string): Promise<string | null> {
    const contact = await this.contacts.find(contactId);
    const [address = ''] = contact?.addresses ?? [];
    if (channelOf(address) === 'telegram' && contact?.telegram === null) {
      return `${address} has not pressed Start in Telegram, and a bot cannot write first; pass on the link of \`sales-agent contact link ${contactId}\`.`;
    }
    return this.handOn(command, contactId);
  }

  async handOnLetter(command: Command, body: LetterCommand): Promise<string | null> {
    const letter = await this.outbox.find(body.outboxId);
    const refusal = whyNotThisLetter(body, letter);
    // Its conversation looks again: the letter may be on its way by then.
    if (letter && refusal === null) await this.commands.file(command._id, letter.conversationId);
    return refusal;
  }
}
