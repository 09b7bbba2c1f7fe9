/** What a contact wants with a message; several at once are normal. Kebab-case values, as everywhere. */
export type Intent =
  | { readonly type: 'stop' }
  | { readonly type: 'demo'; readonly wishedAt?: Date }
  | { readonly type: 'presentation' }
  /** `until` is the first moment of the day to come back, in the contact's time zone; absent when none was named. */
  | { readonly type: 'postpone'; readonly until?: Date }
  /** `addresses` are e-mail addresses in lower case that stand in the contact's own words; empty when none does. */
  | { readonly type: 'redirect'; readonly addresses: readonly string[] }
  | { readonly type: 'question' }
  | { readonly type: 'acknowledged' }
  | { readonly type: 'unclear' };

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
