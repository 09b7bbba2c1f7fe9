import type { MailCase } from '../cases/mail-case';
import type { TimedReading } from '../readers/threaded-reader';
import { isExact, losesWords } from './compare-words';

/** What one reader made of one set. */
export interface Tally {
  readonly texts: number;
  readonly exact: number;
  readonly lost: number;
  readonly kinds: number;
  readonly rightKinds: number;
  /** Hard and soft bounces are one, and whether a person wrote it is all that counts, respectively. */
  readonly rightMerged: number;
  readonly rightMachine: number;
  readonly mails: number;
  readonly failed: number;
  readonly milliseconds: number;
}

export const NOTHING: Tally = {
  texts: 0,
  exact: 0,
  lost: 0,
  kinds: 0,
  rightKinds: 0,
  rightMerged: 0,
  rightMachine: 0,
  mails: 0,
  failed: 0,
  milliseconds: 0,
};

/** A tally of one mail more. */
export function counted(tally: Tally, { words, kinds }: MailCase, reading: TimedReading): Tally {
  const text = reading.type === 'read' ? reading.words.text : '';
  const kind = reading.type === 'read' ? reading.words.kind : undefined;
  const isAsked = kinds.length > 0 && kind !== undefined;
  const isRight = (same: (one: string) => string) => isAsked && kinds.some((each) => same(each) === same(kind));
  return {
    texts: tally.texts + Number(words !== undefined),
    exact: tally.exact + Number(words !== undefined && reading.type === 'read' && isExact(words, text)),
    lost: tally.lost + Number(words !== undefined && losesWords(words, text)),
    kinds: tally.kinds + Number(isAsked),
    rightKinds: tally.rightKinds + Number(isRight((one) => one)),
    rightMerged: tally.rightMerged + Number(isRight(merged)),
    rightMachine: tally.rightMachine + Number(isRight((one) => String(one === 'human'))),
    mails: tally.mails + 1,
    failed: tally.failed + Number(reading.type !== 'read'),
    milliseconds: tally.milliseconds + (reading.type === 'read' ? reading.milliseconds : 0),
  };
}

/** Two tallies as one. */
export function together(one: Tally, other: Tally): Tally {
  const sums = (Object.keys(NOTHING) as (keyof Tally)[]).map((key) => [key, one[key] + other[key]] as const);
  return Object.fromEntries(sums) as unknown as Tally;
}

function merged(kind: string): string {
  return kind.startsWith('bounce') ? 'bounce' : kind;
}
