import { decide } from '@app/domain/decide';
import type { ConversationEvent } from '@app/domain/event';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';
import type { Product } from '@app/product/product';
import { rulesOf } from '@app/product/rules-of';
import { applyEffect } from '../../../../apps/sales-brain/src/turns/apply-effect';
import { NOTHING_LOOKED_UP } from '../../../../apps/sales-brain/src/turns/event-inputs';
import type { Surroundings } from '../../../../apps/sales-brain/src/turns/surroundings';
import { toEvent } from '../../../../apps/sales-brain/src/turns/to-event';
import { TurnDraft } from '../../../../apps/sales-brain/src/turns/turn-draft';
import { understandWords } from '../../../../apps/sales-brain/src/turns/understand-words';

/** What stands around every turn. */
export interface TurnSetting {
  readonly product: Product;
  readonly accountAddress: string;
  readonly now: Date;
}

/** Decides what a question leads to with the brain's own functions: what was written, what it says, and the answer. */
export function decideTurn(
  message: InboundMessage,
  conversation: ConversationDocument,
  contact: Contact,
  { product, accountAddress, now }: TurnSetting,
): TurnCommit {
  const { channel } = conversation;
  const rules = rulesOf(product, { timeZone: contact.timeZone, channel }, now, false);
  const around: Surroundings = {
    ...{ conversation, contact, referrer: null, product, rules, accountAddress },
    ...{ bot: null, now },
  };
  const draft = new TurnDraft(conversation, contact);
  draft.hear(message);
  draft.hangOnMail(message);
  const fact = { type: 'message', message, isPreceded: false, toFile: null } as const;
  const wrote = toEvent(fact, around, NOTHING_LOOKED_UP);
  take(wrote, draft, around, message);
  take(understood(message, wrote, draft, around), draft, around, message);
  draft.takeMessage(message._id, null);
  return draft.toCommit();
}

function take(event: ConversationEvent, draft: TurnDraft, around: Surroundings, message: InboundMessage): void {
  const decision = decide(draft.conversation, event);
  draft.record(event, decision);
  if (decision.type === 'ignored') throw new Error(`a question was ignored: ${decision.because}`);
  for (const effect of decision.effects) applyEffect(effect, draft, { ...around, suppressionId: null, message });
}

function understood(
  { _id: messageId, text, storedAt: at, senderKnown }: InboundMessage,
  wrote: ConversationEvent,
  draft: TurnDraft,
  { contact, product, accountAddress, rules }: Surroundings,
): ConversationEvent {
  const { memory } = draft.conversation;
  const { reading, passages } = understandWords(text, { at, contact, product, accountAddress, memory });
  return {
    ...{ type: 'messageUnderstood', id: `${wrote.id}:0`, at, rules, messageId, senderKnown, reading, passages },
    ...{ colleagues: [], freeSlots: [], wishFits: false, accessCode: null, contactLanguage: contact.language },
  };
}
