import { DateTime } from 'luxon';
import type { Intent, IntentType } from '@app/domain/intent';
import type { Reading } from '@app/domain/reading';
import { isSure } from './is-sure';

/** A reading for those who know none of our types: days as `YYYY-MM-DD` where the contact is, one address an intent. */
export interface PlainReading {
  readonly intents: readonly PlainIntent[];
  /** Whether it is acted on without a person. */
  readonly sure: boolean;
  readonly confidence: number;
  readonly engine: Reading['engine'];
}

export interface PlainIntent {
  readonly type: IntentType;
  readonly date?: string;
  readonly contact?: string;
}

/** Writes a reading in plain terms. It is sure from `sureFrom` on; a stop is heeded however unsure. */
export function toPlainReading(
  { intents, confidence, engine }: Reading,
  { timeZone, sureFrom }: { readonly timeZone: string; readonly sureFrom: number },
): PlainReading {
  return {
    intents: intents.flatMap((intent) => toPlainIntents(intent, timeZone)),
    sure: isSure({ intents, confidence }, sureFrom),
    confidence,
    engine,
  };
}

function toPlainIntents(intent: Intent, timeZone: string): readonly PlainIntent[] {
  const dayOf = (moment: Date | undefined): Pick<PlainIntent, 'date'> =>
    moment ? { date: DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd') } : {};
  switch (intent.type) {
    case 'postpone':
      return [{ type: 'postpone', ...dayOf(intent.until) }];
    case 'demo':
      return [{ type: 'demo', ...dayOf(intent.wish?.from) }];
    case 'redirect':
      return intent.addresses.length === 0
        ? [{ type: 'redirect' }]
        : intent.addresses.map((contact) => ({ type: 'redirect', contact }));
    case 'stop':
    case 'presentation':
    case 'question':
    case 'acknowledged':
    case 'unclear':
      return [{ type: intent.type }];
  }
}
