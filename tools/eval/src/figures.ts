import type { Verdict } from './verdict';

/** What is measured, in per cent of those it can be measured on; `null` when there are none. */
export interface Figures {
  readonly messages: number;
  readonly stopsFound: number | null;
  readonly stopsInvented: number | null;
  readonly primaryRight: number | null;
  readonly answered: number | null;
  readonly answeredRight: number | null;
  readonly datesFound: number | null;
  readonly contactsFound: number | null;
}

/** The figures over some messages. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const answered = verdicts.filter(({ reading }) => reading.sure);
  return {
    messages: verdicts.length,
    stopsFound: share(verdicts.map(({ stopFound }) => stopFound)),
    stopsInvented: share(verdicts.map(({ stopInvented }) => stopInvented)),
    primaryRight: share(verdicts.map(({ isRight }) => isRight)),
    answered: share(verdicts.map(({ reading }) => reading.sure)),
    answeredRight: share(answered.map(({ isRight }) => isRight)),
    datesFound: share(verdicts.map(({ dateFound }) => dateFound)),
    contactsFound: share(verdicts.map(({ contactFound }) => contactFound)),
  };
}

function share(marks: readonly (boolean | null)[]): number | null {
  const measured = marks.filter((mark) => mark !== null);
  return measured.length === 0 ? null : (100 * measured.filter(Boolean).length) / measured.length;
}

interface Wanted {
  readonly figure: Exclude<keyof Figures, 'messages'>;
  readonly name: string;
  readonly least?: number;
  readonly most?: number;
}

/** What the engine promises on messages it has never seen, what must never fail first. */
export const WANTED: readonly Wanted[] = [
  { figure: 'stopsFound', name: 'opt-outs found', least: 97 },
  { figure: 'stopsInvented', name: 'false stops', most: 2 },
  { figure: 'primaryRight', name: 'right when forced to answer', least: 85 },
  { figure: 'answered', name: 'answered when allowed to abstain', least: 75 },
  { figure: 'answeredRight', name: 'right of those answered', least: 95 },
  { figure: 'datesFound', name: 'dates right', least: 90 },
  { figure: 'contactsFound', name: 'contacts right', least: 98 },
];

/** Whether a figure is as wanted; one that could not be measured is. */
export function holds(figures: Figures, { figure, least = 0, most = 100 }: Wanted): boolean {
  const measured = figures[figure];
  return measured === null || (measured >= least && measured <= most);
}
