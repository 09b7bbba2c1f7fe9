import type { Conversation } from '@app/domain/conversation';
import type { EventType } from '@app/domain/event';

/** Why a command has no meaning in a conversation as it stands, in a sentence that says what to do. */
export function whyRefused(event: EventType, { stage, memory }: Pick<Conversation, 'stage' | 'memory'>): string {
  switch (event) {
    case 'operatorReplied':
    case 'letterRetried':
      if (!memory.bounced) break;
      return 'Letters to this contact come back; if they arrive by now, say so first: `sales-agent contact resume CONTACT --reason WORDS`.';
    case 'operatorResumed':
      return `This contact was not stopped (the conversation is in the stage ${stage}), so there is nothing to lift.`;
    case 'operatorStopped':
    case 'companyStopped':
      return 'This contact is stopped already.';
    case 'operatorTookOver':
      if (stage === 'stopped') break;
      return 'A person has this conversation already; answer with `sales-agent contact reply`.';
    case 'operatorReleased':
      if (stage === 'stopped') break;
      return `Nobody has taken this conversation over (it is in the stage ${stage}), so there is nothing to release.`;
    default:
  }
  if (stage === 'stopped') return 'This contact was stopped and is never written to again, so nothing was done.';
  return `This has no meaning while the conversation is in the stage ${stage}; see \`sales-agent contact show\`.`;
}
