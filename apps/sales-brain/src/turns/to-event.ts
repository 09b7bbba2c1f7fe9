import type { Settlement } from '@app/domain/delivery';
import type { Colleague, ConversationEvent, DeliverySettled } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { normalise } from '@app/persistence/recipients/recipient-keys';
import { openingPassages } from '../model/opening-passages';
import { operatorEvent } from './operator-event';
import type { Surroundings } from './surroundings';

/** A settlement becomes an event only with what was asked (`SettlementReader`). */
export type EventFact = Exclude<WaitingFact, { readonly type: 'settlement' }>;

/** What had to be looked up for an event. */
export interface EventInputs {
  readonly answerReplaceable: boolean;
  /** Those of the mail a command is about. */
  readonly letters: readonly Letter[];
  /** Whom an absence names, as they stand. */
  readonly substitutes: readonly Colleague[];
}

export const NOTHING_LOOKED_UP: EventInputs = { answerReplaceable: false, letters: [], substitutes: [] };

/** The event a waiting fact is, with every input its decision needs. Its id is the same however often it is made. */
export function toEvent(
  fact: EventFact,
  { conversation, contact, product, rules, now }: Surroundings,
  { answerReplaceable, letters, substitutes }: EventInputs,
): ConversationEvent {
  switch (fact.type) {
    case 'opening': {
      const { eventId, referredBy } = conversation.opening;
      const passages = rules.model?.writes.openings ? { passages: openingPassages(product, contact) } : {};
      return { type: 'conversationOpened', id: eventId, at: now, rules, referred: referredBy !== null, ...passages };
    }
    case 'message': {
      const { message } = fact;
      // By its external id: the same mail in two of our mailboxes is one turn.
      const happened = { id: `${conversation._id}:${message.externalId}`, at: message.storedAt, rules };
      const { _id: messageId, senderKnown, kind } = message;
      if (kind === 'operator') return { ...happened, type: 'operatorWrote', messageId, answerReplaceable };
      if (kind === 'unsubscribe') return { ...happened, type: 'contactUnsubscribed', messageId };
      if (kind !== 'human') {
        const told = { facts: message.facts, aboutContact: isAbout(contact, message), senderKnown, substitutes };
        return { ...happened, type: 'machineWrote', messageId, kind, ...told };
      }
      return { ...happened, type: 'contactWrote', messageId, senderKnown, answerReplaceable };
    }
    case 'delivery':
      return deliverySettled(fact.letter, { rules, now });
    case 'timer': {
      const { _id, timer } = fact.timer;
      return { type: 'timerFired', id: `${_id}:fired`, at: now, rules, timer };
    }
    case 'command': {
      const happened = { id: `command:${fact.command._id}`, at: now, rules };
      return operatorEvent(fact.command.body, happened, answerReplaceable, letters);
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

type Around = Pick<Surroundings, 'rules' | 'now'>;

function deliverySettled(letter: OutboxMessage, { rules, now }: Around): DeliverySettled {
  return {
    type: 'deliverySettled',
    // A repeated letter is settled a second time, and a late `sent` may follow an `uncertain`.
    id: `${letter._id}:settled:${String(letter.repeats)}:${letter.outcome ?? 'uncertain'}`,
    at: letter.settledAt ?? now,
    rules,
    outboxId: letter._id,
    letters: letter.letters,
    settlement: settlementOf(letter),
  };
}

function settlementOf({ outcome, rejectedFor, repeats }: OutboxMessage): Settlement {
  switch (outcome) {
    case 'sent':
    case 'withheld':
      return { outcome };
    case 'rejected':
      return { outcome, because: rejectedFor ?? 'content' };
    case 'uncertain':
    case null:
      return { outcome: 'uncertain', repeated: repeats > 0 };
  }
}
