import { phrase } from '../phrase';
import { perScript, type Script } from '../script';
import type { Calendar } from './calendar';
import type { Period } from './period';

export type Groups = Readonly<Record<string, string | undefined>>;

/** A way to name a day or a stretch of days. */
export interface DayExpression {
  readonly name: string;
  /** What to look for in a text of each script; nothing where it cannot be said in that script. */
  readonly patterns: Readonly<Record<Script, RegExp | undefined>>;
  /**
   * The stretch named, the coming one when no year is; nothing when there is no such day (31 February). A day without
   * its month belongs to the stretch `before`, which was named before it in the same sentence.
   */
  readonly period: (groups: Groups, calendar: Calendar, before?: Period) => Period | undefined;
}

/** A day expression of several phrases, in the notation of `phrase`, with named groups. */
export function expression(name: string, phrases: readonly string[], period: DayExpression['period']): DayExpression {
  // A group name may stand once in one alternative only, so that each phrase is numbered apart.
  const numbered = phrases.map((source, index) => source.replaceAll(/\(\?<(\w+)>/g, `(?<$1_${index}>`));
  return {
    name,
    patterns: perScript(numbered, (fitting) => phrase(fitting.join('|'), 'g')),
    period: (groups, calendar, before) => period(unnumbered(groups), calendar, before),
  };
}

function unnumbered(groups: Groups): Groups {
  const named = Object.entries(groups).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named.map(([name, value]) => [name.replace(/_\d+$/, ''), value]));
}
