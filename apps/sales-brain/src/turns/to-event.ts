import type { Settlement } from '@app/domain/delivery';
import type { ConversationEvent, DeliverySettled } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { operatorEvent } from './operator-event';
import type { Surroundings } from './surroundings';

/**
 * The event a waiting fact is, with every input its decision needs. Its id is the same however often it is made.
 * `letters`: those of the mail a command is about.
 */
export function toEvent(
  fact: WaitingFact,
  { conversation, rules, now }: Surroundings,
  answerReplaceable: boolean,
  letters: readonly Letter[] = [],
): ConversationEvent {
  switch (fact.type) {
    case 'opening': {
      const { eventId, referredBy } = conversation.opening;
      return { type: 'conversationOpened', id: eventId, at: now, rules, referred: referredBy !== null };
    }
    case 'message': {
      const { message } = fact;
      // By its external id: the same mail in two of our mailboxes is one turn.
      const happened = { id: `${conversation._id}:${message.externalId}`, at: message.storedAt, rules };
      const { _id: messageId, senderKnown, kind } = message;
      if (kind === 'operator') return { ...happened, type: 'operatorWrote', messageId, answerReplaceable };
      if (kind !== 'human') return { ...happened, type: 'machineWrote', messageId, kind };
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
