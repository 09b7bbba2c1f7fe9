import type { TimerName } from '@app/domain/event';
import type { Intent } from '@app/domain/intent';
import type { Stage } from '@app/domain/stage';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { momentInWords } from './moment';

/** Where a conversation stands after some turns. */
export interface Progress {
  readonly address: string;
  readonly turns: readonly Pick<Turn, 'event' | 'decision' | 'because'>[];
  readonly stage: Stage;
  /** When what it waits for is over, or has come. */
  readonly due: Date | null;
  readonly handedOverBecause: string | null;
  readonly timeZone: string;
}

/** One line: what happened, the stage, what it waits for and until when. */
export function progressInWords(progress: Progress): string {
  const happened = progress.turns.map((turn) => happenedInWords(turn, progress)).filter((words) => words !== '');
  return [...happened, `${progress.stage}: ${waitsFor(progress)}`].join(' → ');
}

function happenedInWords({ event, decision }: Progress['turns'][number], { timeZone, stage }: Progress): string {
  switch (event.type) {
    case 'contactWrote':
      return decision === 'ignored' ? 'not read' : '';
    case 'messageUnderstood': {
      const wishes = event.reading.intents.map((intent) => intentInWords(intent, timeZone));
      // A person reads it then; the agent only looks for a stop.
      return decision === 'ignored' && stage === 'stopped' ? '' : `understood: ${wishes.join(', ')}`;
    }
    case 'timerFired':
      return timerInWords(event.timer);
    case 'operatorReplied':
      return decision === 'ignored' ? 'the operator’s letter was refused' : 'the operator wrote';
    case 'operatorWrote':
      return 'the operator wrote past the agent';
    case 'machineWrote':
      return 'an automatic mail came';
    case 'contactUnsubscribed':
      return 'the contact unsubscribed';
    case 'readingFailed':
      return 'the message could not be read';
    case 'readingUnsure':
      return 'not sure what it says, so the model is asked';
    case 'answerDrafted':
      return 'the model drafted a letter';
    case 'modelAnswerRejected':
      return `what the model said was refused: ${event.because}`;
    case 'modelFailed':
      return 'no model was able to answer';
    case 'migrated':
    case 'conversationOpened':
    case 'contactStarted':
    case 'deliverySettled':
    case 'operatorReleased':
    case 'operatorTookOver':
    case 'operatorStopped':
    case 'companyStopped':
    case 'operatorResumed':
    case 'draftApproved':
    case 'draftRejected':
    case 'letterCancelled':
    case 'letterRetried':
      return '';
  }
}

function intentInWords(intent: Intent, timeZone: string): string {
  switch (intent.type) {
    case 'postpone':
      return intent.until ? `postpone to ${momentInWords(intent.until, timeZone).replace(/, .*/, '')}` : 'postpone';
    case 'redirect':
      return intent.addresses.length > 0 ? `redirect to ${intent.addresses.join(' and ')}` : 'redirect';
    case 'demo':
    case 'stop':
    case 'presentation':
    case 'question':
    case 'acknowledged':
    case 'unclear':
      return intent.type;
  }
}

function timerInWords(timer: TimerName): string {
  switch (timer) {
    case 'silence':
      return 'no answer came in time';
    case 'reminder':
      return 'the agreed day has come';
    case 'demoFollowUp':
      return 'the demo has been open for a while';
    case 'modelDeadline':
      return 'the model did not answer in time';
  }
}

function waitsFor({ stage, due, address, handedOverBecause, timeZone }: Progress): string {
  const until = due ? ` until ${momentInWords(due, timeZone)}` : '';
  switch (stage) {
    case 'awaiting-reply':
      return `waits for an answer${until}`;
    case 'awaiting-start':
      return `waits for ${address} to press Start in Telegram`;
    case 'awaiting-colleague':
      return `waits for the colleague’s address${until}`;
    case 'postponed':
      return `waits${until}, and then writes again`;
    case 'in-demo':
      return `waits${until} while the demo is tried, and then asks about it`;
    case 'handed-over':
      return `waits for the operator (${handedOverBecause ?? 'a person is needed'})`;
    case 'redirected':
      return 'waits for nobody here, the colleague is written to instead';
    case 'offer-ignored':
      return 'waits for nobody, and leaves the offer alone';
    case 'stopped':
      return `never writes to ${address} again`;
    case 'unreachable':
      return `waits for nobody, ${address} cannot be reached`;
    case 'drafting-offer':
    case 'understanding':
    case 'answering':
      return 'at work';
  }
}
