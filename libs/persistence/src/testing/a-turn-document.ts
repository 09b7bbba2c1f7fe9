import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import { conversationOpened } from '@app/domain/testing/builders';
import type { Turn } from '../turns/turn.schema';

/** The turn in which a conversation asked for a job. */
export function aTurnDocument(conversationId: string, jobId: string): Turn {
  const event = conversationOpened();
  const letter = { type: 'sendMessage', letters: ['opening'], passages: ['a#1'] } as const;
  const request = { kind: 'offer', letter, answers: [], attempt: 1, dueAt: event.at } as const;
  return {
    _id: `turn-of-${conversationId}`,
    conversationId,
    contactId: conversationId,
    revision: 1,
    place: 0,
    machineVersion: MACHINE_VERSION,
    at: event.at,
    event,
    decision: 'moved',
    because: null,
    stage: 'drafting-offer',
    effects: [{ type: 'askModel', key: jobId, request }],
  };
}
