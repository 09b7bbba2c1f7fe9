import type { MachineWrote } from '@app/domain/event';
import type { Language } from '@app/domain/language';
import type { CalendarAnswer } from '@app/domain/machine-facts';

/** A conversation to be played: who the contact is, and what happens, in order. */
export interface Script {
  readonly start: Date;
  readonly contact: ScriptContact;
  readonly steps: readonly Step[];
}

export interface ScriptContact {
  readonly name: string;
  readonly company: string;
  readonly address: string;
  readonly language: Language;
  /** IANA name; null for the product's. */
  readonly timeZone: string | null;
  readonly interests: readonly string[];
  readonly consent: { readonly source: string; readonly ground: string };
  /** Who pointed us to this contact; null when nobody did. */
  readonly referrer: { readonly name: string; readonly company: string } | null;
}

/** One thing that happens, by the line of the script it stands in. */
export type Step = { readonly line: number } & StepBody;

export type StepBody =
  /** Several texts are a burst: all are there before the first is read. */
  | { readonly type: 'contact'; readonly texts: readonly string[]; readonly senderKnown: boolean }
  | { readonly type: 'machine'; readonly kind: MachineWrote['kind'] }
  /** An out-of-office note; `back` is a day, `YYYY-MM-DD`, or null. */
  | { readonly type: 'away'; readonly back: string | null; readonly instead: readonly string[] }
  /** The calendar's answer to the invitation that stands. */
  | { readonly type: 'calendar'; readonly answer: CalendarAnswer['answer'] }
  /** The contact presses the button of the mail client. */
  | { readonly type: 'unsubscribe' }
  | { readonly type: 'contactStarts' }
  | { readonly type: 'wait'; readonly until: (now: Date) => Date }
  | { readonly type: 'operator'; readonly word: OperatorWord; readonly words: string }
  /** How the next letter to leave ends. */
  | { readonly type: 'settle'; readonly outcome: ScriptedOutcome };

export const OPERATOR_WORDS = [
  'reply',
  'wrote',
  'take',
  'release',
  'stop',
  'resume',
  'approve',
  'reject',
  'cancel',
  'retry',
] as const;

/** What the operator does; `wrote` is a mail past us, from the mailbox itself. */
export type OperatorWord = (typeof OPERATOR_WORDS)[number];

export const SCRIPTED_OUTCOMES = ['sent', 'rejected', 'no-such-address', 'uncertain'] as const;

export type ScriptedOutcome = (typeof SCRIPTED_OUTCOMES)[number];
