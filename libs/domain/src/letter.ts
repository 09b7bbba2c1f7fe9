/** The letters that have a template in the product's folder, one for each language. */
export const LETTERS = [
  'opening',
  'referral-opening',
  'answer',
  'answer-unknown',
  'presentation',
  'demo-access',
  'demo-slots',
  'slot-booked',
  'slot-cancelled',
  'demo-follow-up',
  'postpone-agreed',
  'reminder',
  'follow-up',
  'redirect-ask',
  'redirect-thanks',
  'stop-confirmed',
  'ask-to-resume',
] as const;

export type TemplatedLetter = (typeof LETTERS)[number];

/**
 * `operator-reply` has no template: it is sent as the operator wrote it. `operator-notice` goes to the operator, not
 * to the contact, and its settlement is no event of the conversation.
 */
export type Letter = TemplatedLetter | 'operator-reply' | 'operator-notice';

/** Letters we write first: nothing of the contact's asked for them at that moment. */
export function isInitiated(letter: Letter): boolean {
  return isOpening(letter) || letter === 'reminder' || letter === 'follow-up' || letter === 'demo-follow-up';
}

/** The first letter a contact gets from us; it opens the thread. */
export function isOpening(letter: Letter): boolean {
  return letter === 'opening' || letter === 'referral-opening';
}

/** Whether a newer message may replace these letters while they wait: those that can be decided anew, all of them. */
export function areReplaceable(letters: readonly Letter[]): boolean {
  return letters.every(isReplaceable);
}

function isReplaceable(letter: Letter): boolean {
  switch (letter) {
    case 'answer':
    case 'answer-unknown':
    case 'presentation':
    case 'demo-access':
    case 'demo-slots':
    case 'postpone-agreed':
    case 'redirect-ask':
    case 'reminder':
    case 'follow-up':
    case 'demo-follow-up':
      return true;
    case 'opening':
    case 'referral-opening':
    case 'slot-booked':
    case 'slot-cancelled':
    case 'redirect-thanks':
    case 'stop-confirmed':
    case 'ask-to-resume':
    case 'operator-reply':
    case 'operator-notice':
      return false;
  }
}
