import type { Period } from './slot';

/** What a contact wants with a message; several at once are normal. Kebab-case values, as everywhere. */
export type Intent =
  | { readonly type: 'stop' }
  | DemoWanted
  | { readonly type: 'presentation' }
  /** `until` is the first moment of the day to come back, in the contact's time zone; absent when none was named. */
  | { readonly type: 'postpone'; readonly until?: Date }
  /** `addresses` stand in the contact's own words, as `address.ts` writes them; empty when none does. */
  | { readonly type: 'redirect'; readonly addresses: readonly string[] }
  | { readonly type: 'question' }
  | { readonly type: 'acknowledged' }
  | { readonly type: 'unclear' };

export interface DemoWanted {
  readonly type: 'demo';
  /** The time the contact wishes for, such as "Thursday after 14:00". */
  readonly wish?: Period;
  /** Which of the slots last offered, from 1. */
  readonly choice?: number;
  /** The contact calls the booked slot off. */
  readonly cancels?: true;
}

export type IntentType = Intent['type'];

export const INTENT_TYPES = [
  'stop',
  'demo',
  'presentation',
  'postpone',
  'redirect',
  'question',
  'acknowledged',
  'unclear',
] as const satisfies readonly IntentType[];
