import { Injectable } from '@nestjs/common';
import type { Colleague } from '@app/domain/event';
import type { Command } from '../commands/command.schema';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { normalise, recipientKeys } from '../recipients/recipient-keys';
import type { Contact } from './contact.schema';
import { insertConversation, openConversation, type NewConversation, type Opened } from './open-conversation';

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

  /** Newest first. */
  async ofProduct(productId: string, limit: number): Promise<Contact[]> {
    return this.db.contacts.find({ productId }).sort({ createdAt: -1 }).limit(limit).lean<Contact[]>();
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
      await this.db.outbox.updateMany(
        { contactId: contact._id, status: { $in: ['queued', 'leased'] } },
        { $set: { status: 'cancelled' } },
        { session },
      );
      await this.db.timers.updateMany(
        { conversationId: opened.closes, status: 'scheduled' },
        { $set: { status: 'cancelled' } },
        { session },
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

  /** What we may do with an address somebody gave us, for one product. */
  async standingOf(address: string, productId: string): Promise<Colleague['standing']> {
    if (NO_REPLY.test(address)) return 'no-reply';
    if (await this.db.accounts.exists({ address: normalise(address) })) return 'own';
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
