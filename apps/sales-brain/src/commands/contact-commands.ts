import { Injectable } from '@nestjs/common';
import { companyDomainOf } from '@app/domain/company-domain';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { Command, NewContact } from '@app/persistence/commands/command.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { Catalogue } from '../turns/catalogue';
import { newConversation } from '../turns/new-conversation';
import { noSuchContact } from './no-such-contact';
import { whySuppressed } from './why-suppressed';

/** Carries out what makes, changes or removes a contact. Each answers why it was refused, or null. */
@Injectable()
export class ContactCommands {
  constructor(
    private readonly contacts: ContactStore,
    private readonly accounts: AccountStore,
    private readonly conversations: ConversationStore,
    private readonly suppressions: SuppressionStore,
    private readonly catalogue: Catalogue,
    private readonly clock: BusinessClock,
  ) {}

  async add(command: Command, { id, address, ...contact }: NewContact): Promise<string | null> {
    const product = await this.catalogue.product(contact.productId);
    if (!product) {
      return `There is no product "${contact.productId}"; load it with \`sales-agent product load FOLDER\`.`;
    }
    const { source, ground } = contact.consent;
    if (product.settings.consent.required && (source === '' || ground === '')) {
      return `"${contact.productId}" writes to nobody without a stated source and ground; give --source and --ground.`;
    }
    const accounts = await this.accounts.ofProduct(contact.productId);
    const account = accounts[Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % accounts.length];
    if (!account) {
      return `The product "${contact.productId}" has no mail account; add one with \`sales-agent account add\`.`;
    }
    const standing = await this.contacts.standingOf(address, contact.productId);
    if (standing === 'own' || (await this.catalogue.isOurs(address))) {
      return `${address} is one of our own mailboxes; name the contact's address.`;
    }
    if (standing === 'no-reply') return `${address} reads no mail; name the contact's own address.`;
    const opened = newConversation({
      _id: id,
      ...contact,
      addresses: [address],
      telegram: null,
      companyDomain: companyDomainOf(address),
      notes: [],
      accountId: account._id,
      referredBy: null,
      stoppedAt: null,
      revision: 0,
      createdAt: this.clock.now(),
    });
    switch (await this.contacts.add(command, opened)) {
      case 'opened':
        return null;
      case 'suppressed':
        return whySuppressed(address, await this.suppressions.check(address));
      case 'in-conversation':
        return `${address} is already a contact of "${contact.productId}"; see it with \`sales-agent contact show ${address}\`.`;
    }
  }

  async restart(command: Command, contactId: string): Promise<string | null> {
    const contact = await this.contacts.find(contactId);
    if (!contact) return noSuchContact(contactId);
    if (contact.stoppedAt)
      return `${contact.addresses.join(', ')} has asked us never to write again; a restart does not lift that.`;
    const memory = (await this.conversations.find(contact.conversationId))?.memory;
    if (memory?.bounced)
      return `Letters to ${contact.addresses.join(', ')} come back; if they arrive by now, say so first: \`sales-agent contact resume ${contactId} --reason WORDS\`.`;
    const { conversationId: closes, ...rest } = contact;
    const opened = newConversation(rest);
    const restarted = await this.contacts.restart(command, {
      ...opened,
      contact: { ...opened.contact, createdAt: this.clock.now() },
      closes,
      emailGivenUp: memory?.emailGivenUp ?? false,
    });
    return restarted ? null : 'The conversation was begun anew by somebody else meanwhile.';
  }

  async note(command: Command, contactId: string, text: string): Promise<string | null> {
    const noted = await this.contacts.note(command, contactId, { at: this.clock.now(), text });
    return noted === 'gone' ? noSuchContact(contactId) : null;
  }

  async erase(command: Command, contactId: string): Promise<string | null> {
    switch (await this.contacts.erase(command, contactId, this.clock.now())) {
      case 'erased':
        return null;
      case 'gone':
        return noSuchContact(contactId);
      case 'handing-over':
        return 'A letter to this contact is on its way at this moment; erase the contact when it has arrived.';
    }
  }
}
