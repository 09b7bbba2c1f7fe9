import type { Turn } from '@app/persistence/turns/turn.schema';
import { effectInWords } from './effect-in-words';
import { eventInWords } from './event-in-words';

/** What of a turn explains it. */
export type Explained = Pick<Turn, 'at' | 'event' | 'decision' | 'because' | 'stage' | 'effects'>;

/** One turn in plain words: what happened, and what the agent did about it. `moment` says when, as its reader lives. */
export function explainTurn(
  { at, event, decision, because, stage, effects }: Explained,
  moment: (at: Date) => string,
): string {
  const did =
    decision === 'ignored'
      ? `nothing followed, because ${because ?? 'it means nothing here'}`
      : [...effects.map((effect) => effectInWords(effect, moment)), `now ${stage}`].join(', ');
  return `${moment(at)}  ${eventInWords(event)} → ${did}`;
}
