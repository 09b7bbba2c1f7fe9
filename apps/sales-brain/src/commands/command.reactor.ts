import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Command, NewContact } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { Change } from '@app/persistence/feed/change';
import { newConversation } from '../turns/new-conversation';
import { Catalogue } from '../turns/catalogue';

/** Carries out what makes a conversation, and hands every other command to the conversation it concerns. */
@Injectable()
export class CommandReactor implements Reactor {
  readonly name = 'command';
  readonly batch = 1;
  readonly concurrency = 8;

  constructor(
    private readonly commands: CommandStore,
    private readonly contacts: ContactStore,
    private readonly accounts: AccountStore,
    private readonly catalogue: Catalogue,
    private readonly clock: BusinessClock,
  ) {}

  keyOf({ collection, operation, id }: Change): string | undefined {
    return collection === COLLECTIONS.commands && operation === 'insert' ? id : undefined;
  }

  waiting(): AsyncIterable<string> {
    return this.commands.notTaken();
  }

  async react([id]: readonly string[]): Promise<Reaction> {
    const command = id === undefined ? null : await this.commands.find(id);
    if (command?.status !== 'pending' || command.unhandledFor !== undefined) return NOTHING_LEFT;
    const refusedBecause = await this.carryOut(command);
    if (refusedBecause !== null) await this.commands.refuse(command._id, refusedBecause);
    return NOTHING_LEFT;
  }

  /** Why it was refused, in a sentence that says what to do; null when it was not. */
  private async carryOut(command: Command): Promise<string | null> {
    const { body } = command;
    switch (body.type) {
      case 'addContact':
        return this.add(command, body.contact);
      case 'restartContact':
        return this.restart(command, body.contactId);
      case 'stopContact':
      case 'replyToContact':
      case 'releaseContact':
        return this.handOn(command, body.contactId);
    }
  }

  private async add(command: Command, { id, address, ...contact }: NewContact): Promise<string | null> {
    if (!(await this.catalogue.product(contact.productId))) {
      return `There is no product "${contact.productId}"; load it with \`sales-agent product load FOLDER\`.`;
    }
    const accounts = await this.accounts.ofProduct(contact.productId);
    const account = accounts[Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % accounts.length];
    if (!account) {
      return `The product "${contact.productId}" has no mail account; add one with \`sales-agent account add\`.`;
    }
    const standing = await this.contacts.standingOf(address, contact.productId);
    if (standing === 'own') return `${address} is one of our own mailboxes; name the contact's address.`;
    if (standing === 'no-reply') return `${address} reads no mail; name the contact's own address.`;
    const rest = { referredBy: null, stoppedAt: null, revision: 0, createdAt: this.clock.now() };
    const opened = newConversation({ _id: id, ...contact, addresses: [address], accountId: account._id, ...rest });
    switch (await this.contacts.add(command, opened)) {
      case 'opened':
        return null;
      case 'suppressed':
        return `${address} has asked us never to write again, so nothing is sent there.`;
      case 'in-conversation':
        return `${address} is already a contact of "${contact.productId}"; see it with \`sales-agent contact show ${address}\`.`;
    }
  }

  private async restart(command: Command, contactId: string): Promise<string | null> {
    const contact = await this.contacts.find(contactId);
    if (!contact) return noSuchContact(contactId);
    if (contact.stoppedAt)
      return `${contact.addresses.join(', ')} has asked us never to write again; a restart does not lift that.`;
    const { conversationId: closes, ...rest } = contact;
    const opened = newConversation(rest);
    const restarted = await this.contacts.restart(command, {
      ...opened,
      contact: { ...opened.contact, createdAt: this.clock.now() },
      closes,
    });
    return restarted ? null : 'The conversation was begun anew by somebody else meanwhile.';
  }

  private async handOn(command: Command, contactId: string): Promise<string | null> {
    const contact = await this.contacts.find(contactId);
    if (!contact) return noSuchContact(contactId);
    await this.commands.file(command._id, contact.conversationId);
    return null;
  }
}

function noSuchContact(id: string): string {
  return `There is no contact ${id}; \`sales-agent contact list\` shows them all.`;
}
