import type { Effect } from '@app/domain/effect';
import type { ConversationEvent } from '@app/domain/event';
import { statedReading } from '@app/domain/stated-reading';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Said } from './read-together';
import type { EventFact } from './to-event';
import { wordsOf } from './words-of';

/** A message whose reading was asked for, and the event that asked. */
export interface Unread extends Said {
  readonly effect: Effect & { readonly type: 'understandMessage' };
  readonly event: ConversationEvent;
}

/** What is to be read after a decision. */
export function toRead(
  effects: readonly Effect[],
  event: ConversationEvent,
  fact: EventFact,
  thread: MailThread,
): readonly Unread[] {
  const said = fact.type === 'message' ? saidIn(fact.message, thread) : { words: '', isChat: false };
  return effects.flatMap((effect) =>
    effect.type === 'understandMessage' ? [{ ...said, messageId: effect.messageId, effect, event }] : [],
  );
}

/** Whether what came before is read together with this. What was said before a Start is read before it: it may have been a stop. */
export function continuesBurst(fact: WaitingFact): boolean {
  return fact.type === 'message' && fact.message.chat?.happening.type !== 'started';
}

function saidIn(message: InboundMessage, thread: MailThread): Pick<Said, 'words' | 'isChat'> {
  const stated = message.chat && statedReading(message.chat.happening);
  return { words: stated ?? wordsOf(message, thread), isChat: message.chat !== null };
}
