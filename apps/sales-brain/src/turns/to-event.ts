import type { Settlement } from '@app/domain/delivery';
import type { ConversationEvent, DeliverySettled } from '@app/domain/event';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { normalise } from '@app/persistence/recipients/recipient-keys';
import { openingPassages } from '../model/opening-passages';
import { chatEvent } from './chat-event';
import type { EventInputs } from './event-inputs';
import { operatorEvent } from './operator-event';
import type { Surroundings } from './surroundings';
import { isElsewhere } from './where-to';

/** A settlement becomes an event only with what was asked (`SettlementReader`). */
export type EventFact = Exclude<WaitingFact, { readonly type: 'settlement' }>;

/** The event a waiting fact is, with every input its decision needs. Its id is the same however often it is made. */
export function toEvent(
  fact: EventFact,
  { conversation, contact, product, rules, now }: Surroundings,
  inputs: EventInputs,
): ConversationEvent {
  const { answerReplaceable, about, substitutes } = inputs;
  switch (fact.type) {
    case 'opening': {
      const { eventId, referredBy } = conversation.opening;
      const passages = rules.model?.writes.openings ? { passages: openingPassages(product, contact) } : {};
      return { type: 'conversationOpened', id: eventId, at: now, rules, referred: referredBy !== null, ...passages };
    }
    case 'message': {
      const { message } = fact;
      if (message.chat) return chatEvent(message, message.chat, { conversation, contact, rules }, inputs);
      // By its external id: the same mail in two of our mailboxes is one turn.
      const happened = { id: `${conversation._id}:${message.externalId}`, at: message.storedAt, rules };
      const { _id: messageId, senderKnown, kind } = message;
      if (kind === 'operator') return { ...happened, type: 'operatorWrote', messageId, answerReplaceable };
      if (kind === 'unsubscribe') return { ...happened, type: 'contactUnsubscribed', messageId };
      if (kind === 'chat') throw new Error(`${messageId} tells of a chat, and not what happened there.`);
      if (kind !== 'human') {
        const told = { facts: message.facts, aboutContact: isAbout(contact, message), senderKnown, substitutes };
        const elsewhere = isElsewhere(contact, 'email');
        return { ...happened, type: 'machineWrote', messageId, kind, ...told, elsewhere };
      }
      return { ...happened, type: 'contactWrote', messageId, channel: 'email', senderKnown, answerReplaceable };
    }
    case 'delivery':
      return deliverySettled(fact.letter, { rules, now, contact });
    case 'timer': {
      const { _id, timer } = fact.timer;
      return { type: 'timerFired', id: `${_id}:fired`, at: now, rules, timer };
    }
    case 'command': {
      const happened = { id: `command:${fact.command._id}`, at: now, rules };
      return operatorEvent(fact.command.body, happened, answerReplaceable, about);
    }
  }
}

/**
 * Whether a bounce is about an address of the contact's: it names one, or none. Only what proves by a letter or its
 * token that we wrote there counts: a sender's address anybody can write above a report.
 */
function isAbout({ addresses }: Contact, { facts, matchedBy }: InboundMessage): boolean {
  const recipient = facts.type === 'bounce' ? facts.recipient : null;
  return matchedBy !== 'sender' && (recipient === null || addresses.includes(normalise(recipient)));
}

type Around = Pick<Surroundings, 'rules' | 'now' | 'contact'>;

function deliverySettled(letter: OutboxMessage, { rules, now, contact }: Around): DeliverySettled {
  return {
    type: 'deliverySettled',
    // A repeated letter is settled a second time, and a late `sent` may follow an `uncertain`.
    id: `${letter._id}:settled:${String(letter.repeats)}:${letter.outcome ?? 'uncertain'}`,
    at: letter.settledAt ?? now,
    rules,
    outboxId: letter._id,
    letters: letter.letters,
    channel: letter.channel,
    elsewhere: isElsewhere(contact, letter.channel),
    settlement: settlementOf(letter),
  };
}

function settlementOf({ outcome, rejectedFor, repeats, channel }: OutboxMessage): Settlement {
  switch (outcome) {
    case 'sent':
    case 'withheld':
      return { outcome };
    case 'rejected':
      return { outcome, because: rejectedFor ?? 'content' };
    case 'uncertain':
    case null:
      return { outcome: 'uncertain', repeated: channel === 'telegram' || repeats > 0 };
  }
}
