import type { ConversationEvent } from '@app/domain/event';
import type { Rules } from '@app/domain/rules';
import type { CommandBody } from '@app/persistence/commands/command.schema';
import type { AboutLetter } from './event-inputs';

/** The event a command is for the conversation it was handed to. */
export function operatorEvent(
  body: CommandBody,
  happened: { readonly id: string; readonly at: Date; readonly rules: Rules },
  answerReplaceable: boolean,
  { letters, channel }: AboutLetter,
): ConversationEvent {
  switch (body.type) {
    case 'replyToContact':
      return { ...happened, type: 'operatorReplied', text: body.text };
    case 'releaseContact':
      return { ...happened, type: 'operatorReleased' };
    case 'takeContact':
      return { ...happened, type: 'operatorTookOver', answerReplaceable };
    case 'stopContact':
    case 'suppressAddress':
      return { ...happened, type: 'operatorStopped' };
    case 'stopWithCompany':
      return { ...happened, type: 'companyStopped' };
    case 'resumeContact':
    case 'liftAddress':
      return { ...happened, type: 'operatorResumed', reason: body.reason };
    case 'approveDraft': {
      const { outboxId, text } = body;
      return { ...happened, type: 'draftApproved', outboxId, ...(text === undefined ? {} : { text }) };
    }
    case 'rejectDraft':
      return { ...happened, type: 'draftRejected', outboxId: body.outboxId, because: body.because };
    case 'cancelLetter':
      return { ...happened, type: 'letterCancelled', outboxId: body.outboxId };
    case 'retryLetter':
      return { ...happened, type: 'letterRetried', outboxId: body.outboxId, letters, channel };
    case 'addContact':
    case 'restartContact':
    case 'noteContact':
    case 'eraseContact':
      throw new Error(`${body.type} is no event of a conversation; the command reactor carries it out.`);
  }
}
