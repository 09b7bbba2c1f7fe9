/** The letters that have a template in the product's folder, one for each language. */
export const LETTERS = [
  'opening',
  'referral-opening',
  'answer',
  'presentation',
  'demo-access',
  'demo-follow-up',
  'postpone-agreed',
  'reminder',
  'redirect-ask',
  'redirect-thanks',
  'stop-confirmed',
] as const;

export type TemplatedLetter = (typeof LETTERS)[number];

/** `operator-reply` has no template: it is sent as the operator wrote it. */
export type Letter = TemplatedLetter | 'operator-reply';

/** Letters we write first: nothing of the contact's asked for them at that moment. */
export function isInitiated(letter: Letter): boolean {
  return isOpening(letter) || letter === 'reminder' || letter === 'demo-follow-up';
}

/** The first letter a contact gets from us; it opens the thread. */
export function isOpening(letter: Letter): boolean {
  return letter === 'opening' || letter === 'referral-opening';
}

/** Whether a newer message may replace these letters while they wait: an opening and a person's own words stay. */
export function areReplaceable(letters: readonly Letter[]): boolean {
  return !letters.some((letter) => isOpening(letter) || letter === 'operator-reply');
}
