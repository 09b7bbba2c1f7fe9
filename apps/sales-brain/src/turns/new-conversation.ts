import { randomBytes, randomUUID } from 'node:crypto';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';

/** A contact with a fresh conversation, whose opening turn is still to be taken. */
export function newConversation(contact: Omit<Contact, 'conversationId'>): NewConversation {
  const conversationId = randomUUID();
  return {
    contact: { ...contact, conversationId },
    token: newToken(),
    openingEventId: `opening:${conversationId}`,
  };
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Ten characters, 50 random bits: nobody finds another's conversation by guessing. */
function newToken(): string {
  return [...randomBytes(10)].map((byte) => BASE32[byte % BASE32.length]).join('');
}
