import { choiceIn } from '@app/domain/chat-choice';
import type { ChatFacts, ChatHappening } from '@app/domain/chat-facts';
import type { ContactAsked, ConversationEvent } from '@app/domain/event';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Surroundings } from './surroundings';
import type { EventInputs } from './event-inputs';
import { isElsewhere } from './where-to';

/** The event that something in a chat is; what the contact says there is what it would be in a mail. */
export function chatEvent(
  message: InboundMessage,
  { happening }: ChatFacts,
  { conversation, contact, rules }: Pick<Surroundings, 'conversation' | 'contact' | 'rules'>,
  { answerReplaceable, suppressed }: Pick<EventInputs, 'answerReplaceable' | 'suppressed'>,
): ConversationEvent {
  const { _id: messageId, senderKnown, storedAt: at } = message;
  const happened = { id: `${conversation._id}:${turnOf(message, happening)}`, at, rules };
  if (message.kind === 'operator') return { ...happened, type: 'operatorWrote', messageId, answerReplaceable };
  const asked = askedBy(happening);
  if (asked) return { ...happened, type: 'contactAsked', messageId, ...asked };
  switch (happening.type) {
    case 'started': {
      const referred = conversation.opening.referredBy !== null;
      const joins = message.matchedBy === 'token';
      return { ...happened, type: 'contactStarted', messageId, referred, joins, suppressed };
    }
    case 'blocked':
    case 'unblocked':
    case 'migrated': {
      const elsewhere = isElsewhere(contact, 'telegram');
      return { ...happened, type: 'chatChanged', messageId, change: happening.type, elsewhere };
    }
    default:
      return { ...happened, type: 'contactWrote', messageId, channel: 'telegram', senderKnown, answerReplaceable };
  }
}

/** A button is pressed once, however often that is done; a stop is heard each time. */
function turnOf({ externalId }: InboundMessage, happening: ChatHappening): string {
  if (happening.type !== 'pressed' || choiceIn(happening.action)?.type === 'stop') return externalId;
  return `pressed:${happening.action}`;
}

function askedBy(happening: ChatHappening): Pick<ContactAsked, 'letter' | 'language'> | null {
  if (happening.type === 'asked' && happening.command === 'help') return { letter: 'help', language: null };
  if (happening.type === 'asked' && happening.command === 'language')
    return { letter: 'choose-language', language: null };
  const choice = happening.type === 'pressed' ? choiceIn(happening.action) : null;
  return choice?.type === 'language' ? { letter: 'help', language: choice.language } : null;
}
