import { Injectable } from '@nestjs/common';
import { telegramAddress } from '@app/domain/address';
import type { Contact, ContactTelegram } from '../contacts/contact.schema';
import { openConversation, type NewConversation, type Opened } from '../contacts/open-conversation';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { bindTelegram, identitiesFor, type Starter } from './bind-telegram';
import { joinByToken, type Joined } from './join-by-token';
import type { TelegramLink } from './link.schema';

/** Who may become whom by pressing Start, and who did. */
@Injectable()
export class LinkStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  async insert(link: TelegramLink): Promise<void> {
    await this.db.telegramLinks.insertOne(link);
  }

  join(token: string, starter: Starter): Promise<Joined> {
    return joinByToken(this.db, this.keys, token, starter);
  }

  /** The contact a Telegram user is by now: the one joined last, where there are several. */
  async contactOf(userId: string): Promise<Contact | null> {
    const filter = { addresses: telegramAddress(userId), 'telegram.userId': userId };
    return this.db.native(this.db.contacts).findOne(filter, { sort: { 'telegram.startedAt': -1 } });
  }

  /** Joins a user to the contact of a product who is known by the name the user bears, and by nobody else yet. */
  joinByName(productId: string, starter: Starter): Promise<Contact | null> {
    const addresses = `@${starter.telegram.username.toLowerCase()}`;
    return this.db.transaction(async (session) => {
      const contact = await this.db.contacts
        .findOne({ addresses, productId, telegram: null })
        .session(session)
        .lean<Contact>();
      if (contact) await bindTelegram(this.db, this.keys, session, contact, starter);
      return contact;
    });
  }

  /** Makes a contact of somebody who came by themselves, with a conversation that waits for what they do. */
  open({ contact, ...opened }: NewConversation, telegram: ContactTelegram): Promise<Opened> {
    return this.db.transaction<Opened>(async (session, abort) => {
      const addresses = await identitiesFor(this.db, this.keys, session, contact, { telegram });
      const reached = { ...contact, addresses, telegram };
      const result = await openConversation(this.db, this.keys, session, { ...opened, contact: reached });
      return result === 'opened' ? result : abort(result);
    });
  }
}
