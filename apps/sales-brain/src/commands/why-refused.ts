import type { EventType } from '@app/domain/event';
import type { Stage } from '@app/domain/stage';

/** Why a command has no meaning in a stage, in a sentence that says what to do. */
export function whyRefused(event: EventType, stage: Stage): string {
  if (stage === 'stopped') return 'This contact was stopped and is never written to again, so nothing was done.';
  if (event === 'operatorReleased') {
    return `Nobody has taken this conversation over (it is in the stage ${stage}), so there is nothing to release.`;
  }
  return `This has no meaning while the conversation is in the stage ${stage}; see \`sales-agent contact show\`.`;
}
