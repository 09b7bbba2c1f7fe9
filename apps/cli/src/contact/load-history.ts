import type { Contact } from '@app/persistence/contacts/contact.schema';
import { Mistake } from '../command-line/mistake.error';
import type { OpenInstallation } from '../installation/open-installation';
import type { Kept } from './history';

/** Loads everything the stores hold of a contact, whichever of its conversations it belongs to. */
export async function loadHistory(contact: Contact, opened: OpenInstallation): Promise<Kept> {
  const all = await opened.conversations.ofContact(contact._id);
  const conversation = all.find(({ _id }) => _id === contact.conversationId);
  if (!conversation) throw new Mistake(`The conversation of ${contact._id} is missing; restore it from a backup.`);
  const [accessCode, timers, inbound, outbound, turns] = await Promise.all([
    opened.accessCodes.givenTo(contact.productId, contact._id),
    opened.conversations.timersOf([conversation._id]),
    Promise.all(all.map(({ _id }) => opened.messages.ofConversation(_id))),
    Promise.all(all.map(({ _id }) => opened.outbox.ofConversation(_id))),
    Promise.all(all.map(({ _id }) => opened.turns.history(_id))),
  ]);
  return {
    contact,
    conversation,
    accessCode,
    timers,
    inbound: inbound.flat(),
    outbound: outbound.flat(),
    turns: turns.flat(),
  };
}
