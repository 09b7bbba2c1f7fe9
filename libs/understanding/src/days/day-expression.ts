import type { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { phrase } from '../phrase';
import type { Period } from './period';

export type Groups = Readonly<Record<string, string | undefined>>;

/** A way to name a day or a stretch of days. */
export interface DayExpression {
  readonly name: string;
  readonly pattern: RegExp;
  /** The stretch named, the coming one when no year is; nothing when there is no such day (31 February). */
  readonly period: (groups: Groups, today: DateTime, language: Language) => Period | undefined;
}

/** A day expression of several phrases, in the notation of `phrase`, with named groups. */
export function expression(name: string, phrases: readonly string[], period: DayExpression['period']): DayExpression {
  // A group name may stand once in one alternative only, so that each phrase is numbered apart.
  const numbered = phrases.map((source, index) => source.replaceAll(/\(\?<(\w+)>/g, `(?<$1_${index}>`));
  return {
    name,
    pattern: phrase(numbered.join('|'), 'g'),
    period: (groups, today, language) => period(unnumbered(groups), today, language),
  };
}

function unnumbered(groups: Groups): Groups {
  const named = Object.entries(groups).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named.map(([name, value]) => [name.replace(/_\d+$/, ''), value]));
}
