import type { Rules } from '@app/domain/rules';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { Product } from '@app/product/product';

/** What stands around a conversation while its turns are taken. */
export interface Surroundings {
  readonly conversation: ConversationDocument;
  readonly contact: Contact;
  readonly referrer: Contact | null;
  readonly product: Product;
  readonly rules: Rules;
  /** The address the contact is written from; '' where the product has no mail account. */
  readonly accountAddress: string;
  /** The bot people are invited to; null where the product does without, or there is none. */
  readonly bot: string | null;
  readonly now: Date;
}
