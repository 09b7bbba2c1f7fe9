import { Injectable } from '@nestjs/common';
import { companyDomainOf } from '@app/domain/company-domain';
import type { Colleague } from '@app/domain/event';
import type { Command } from '../commands/command.schema';
import { companyId } from '../companies/write-company';
import { Database } from '../database';
import { eraseContact, type Erased } from '../erasure/erase-contact';
import { everythingOn, type Everything } from '../erasure/everything-on';
import { KeyRing } from '../keys/key-ring';
import { formsOf, normalise, recipientKeys } from '../recipients/recipient-keys';
import { NO_NOTICE } from '../outbox/outbox.queries';
import { supersedeAsked } from '../jobs/supersede-asked';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import type { Contact } from './contact.schema';
import type { ListedContact } from './describe-contacts';
import { listContacts, type ContactListing } from './list-contacts';
import { insertConversation, openConversation, type NewConversation, type Opened } from './open-conversation';
import { releaseSlots } from '../slots/book-slots';

/** The people we write to. */
@Injectable()
export class ContactStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  async find(id: string): Promise<Contact | null> {
    return this.db.native(this.db.contacts).findOne({ _id: id });
  }

  async findByAddress(address: string): Promise<Contact[]> {
    return this.db.contacts.find({ addresses: normalise(address) }).lean<Contact[]>();
  }

  list(listing: ContactListing): Promise<ListedContact[]> {
    return listContacts(this.db, listing);
  }

  /** The contacts of one company; '' is nobody's. */
  async ofCompany(productId: string, domain: string): Promise<Contact[]> {
    if (domain === '') return [];
    return this.db.contacts.find({ companyDomain: domain, productId }).lean<Contact[]>();
  }

  /** Carries out an `addContact`: contact, guards, conversation and the command's end in one transaction. */
  async add(command: Command, opened: NewConversation): Promise<Opened> {
    return this.db.transaction<Opened>(async (session, abort) => {
      const result = await openConversation(this.db, this.keys, session, opened);
      if (result !== 'opened') return abort(result);
      await this.db.commands.updateOne({ _id: command._id }, { $set: { status: 'done' } }, { session });
      return result;
    });
  }

  /**
   * Carries out a `restartContact`: closes the conversation, cancels what it had under way, opens another. False when
   * somebody else has carried the command out, or begun the conversation anew, meanwhile.
   */
  async restart(
    command: Command,
    { contact, ...opened }: NewConversation & { readonly closes: string },
  ): Promise<boolean> {
    return this.db.transaction<boolean>(async (session, abort) => {
      const closed = await this.db.conversations.updateOne(
        { _id: opened.closes, closed: false },
        { $set: { closed: true }, $inc: { epoch: 1 } },
        { session },
      );
      const done = await this.db.commands.updateOne(
        { _id: command._id, status: 'pending' },
        { $set: { status: 'done' } },
        { session },
      );
      if (closed.matchedCount !== 1 || done.matchedCount !== 1) return abort(false);
      await supersedeAsked(this.db, session, [opened.closes], `command:${command._id}`);
      await this.db.outbox.updateMany(
        { contactId: contact._id, status: { $in: NOT_BEGUN }, ...NO_NOTICE },
        { $set: { status: 'cancelled' } },
        { session },
      );
      await this.db.timers.updateMany(
        { conversationId: opened.closes, status: 'scheduled' },
        { $set: { status: 'cancelled' } },
        { session },
      );
      const booked = await this.db.slots.find({ contactId: contact._id }, { _id: 1 }).session(session).lean();
      await releaseSlots(
        this.db,
        session,
        booked.map(({ _id }) => _id),
      );
      await insertConversation(this.db, session, { contact, ...opened });
      await this.db.contacts.updateOne(
        { _id: contact._id },
        { $set: { conversationId: contact.conversationId }, $inc: { revision: 1 } },
        { session },
      );
      return true;
    });
  }

  /** Carries out a `noteContact`. */
  async note(command: Command, contactId: string, note: Contact['notes'][number]): Promise<'noted' | 'gone'> {
    return this.db.transaction<'noted' | 'gone'>(async (session, abort) => {
      const noted = await this.db.contacts.updateOne({ _id: contactId }, { $push: { notes: note } }, { session });
      const done = await this.db.commands.updateOne(
        { _id: command._id, status: 'pending' },
        { $set: { status: 'done' } },
        { session },
      );
      if (noted.matchedCount !== 1) return abort('gone');
      // Somebody else has carried the command out: once is enough.
      return done.matchedCount === 1 ? 'noted' : abort('noted');
    });
  }

  /**
   * Carries out an `eraseContact`: suppresses every address of the person for good, at this business time, and removes
   * all that tells of the person. Broken off anywhere, it is finished by doing it again.
   */
  erase(command: Command, contactId: string, at: Date): Promise<Erased> {
    return eraseContact(this.db, this.keys, command, contactId, at);
  }

  /** All that we hold on the person a contact is, by collection, as plain JSON; null when there is no such contact. */
  everythingOn(contactId: string): Promise<Everything | null> {
    return everythingOn(this.db, this.keys, contactId);
  }

  /** What we may do with an address somebody gave us, for one product. */
  async standingOf(address: string, productId: string): Promise<Colleague['standing']> {
    if (NO_REPLY.test(address)) return 'no-reply';
    if (await this.db.accounts.exists({ address: { $in: [...formsOf(address)] } })) return 'own';
    const company = await this.db.companies.findById(companyId(productId, companyDomainOf(normalise(address)))).lean();
    if (company && company.status !== 'open') return 'suppressed';
    const { all, own } = recipientKeys(address, this.keys);
    const guards = await this.db.recipients.find({ _id: { $in: all } }).lean();
    if (guards.some(({ suppressed }) => suppressed)) return 'suppressed';
    const isBound = guards.some(
      ({ _id, bindings }) => own.includes(_id) && bindings.some((bound) => bound.productId === productId),
    );
    return isBound ? 'in-conversation' : 'new';
  }
}

const NO_REPLY = /^(no-?reply|do-?not-?reply|noreply-[^@]*|mailer-daemon|postmaster)@/;
