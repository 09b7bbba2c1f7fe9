import type { IntentType } from '@app/domain/intent';
import { INTENT_TYPES } from '@app/domain/intent';
import type { Chances } from './classifier/linear-model';

/** What code found by itself, so that it needs little of the classifier's support, or none. */
export interface Stated {
  /** A phrase that forbids further letters: `certain` when it says so whatever stands beside it. */
  readonly optOut: 'none' | 'likely' | 'certain';
  /** An address to write to, or only one of the contact's own, which points to nobody. */
  readonly address: 'none' | 'other' | 'own';
  /** Words or hours of a meeting. */
  readonly meeting: boolean;
  /** A time for a meeting: `certain` once a meeting is spoken of. */
  readonly meetingTime: 'none' | 'likely' | 'certain';
  /** Nothing but a greeting or thanks. */
  readonly onlyCourtesy: boolean;
  /** Whether there is more than one sentence, so that another wish may stand beside an answer to the times offered. */
  readonly saysMore: boolean;
}

/** What is more likely meant than not. */
const MEANT_FROM = 0.5;
/** "Is there a free trial?" asks for a trial, and is a question only in form. */
const MEANT_BESIDES_FROM = 0.6;
/** Hardly anybody gives an address for us not to write there. */
const ADDRESS_FROM = 0.01;
const MEETING_FROM = 0.1;
const DAY_FROM = 0.25;
/** A stop beats what is somewhat likelier: a letter that is not sent can be sent later. */
const STOP_FROM = 0.4;
const STOP_BESIDE_LIKELIEST = 0.8;
/** "How do I stop the subscription?" holds the words of an opt-out, and is none. */
const STATED_STOP_FROM = 0.15;

/**
 * What a message wants, the likeliest first. A stop leaves room only for an address to write to instead; thanks, and
 * what nobody understands, count only when nothing else is meant.
 */
export function decideTypes(chances: Chances, stated: Stated): readonly IntentType[] {
  if (stated.onlyCourtesy) return ['acknowledged'];
  const meets = stated.meetingTime === 'certain';
  const hasAddress = stated.address === 'other';
  const redirects = hasAddress && chances.redirect >= ADDRESS_FROM;
  if (saysStop(chances, stated, meets)) return hasAddress ? ['stop', 'redirect'] : ['stop'];

  const ranked = INTENT_TYPES.filter((type) => type !== 'stop')
    .filter((type) => type !== 'redirect' || stated.address !== 'own')
    .sort((one, other) => chances[other] - chances[one]);
  const [likeliest = 'unclear'] = ranked;
  const wishes = ranked.filter((type) => !isNoWish(type) && chances[type] >= leastChance(type, likeliest, stated));
  if (meets) return ['demo', ...(stated.saysMore ? wishes.filter((type) => type !== 'demo') : [])];
  const isQuiet = isNoWish(likeliest) && !redirects;
  // "Got it, I will write on Friday" also says when to come back.
  if (isQuiet) return [likeliest, ...wishes.filter((type) => type === 'postpone' && likeliest === 'acknowledged')];
  return wishes.length === 0 ? [likeliest] : withoutGuessedMeeting(wishes, chances, stated);
}

function saysStop({ stop, ...others }: Chances, { optOut }: Stated, meets: boolean): boolean {
  if (optOut !== 'none') return optOut === 'certain' || stop >= STATED_STOP_FROM;
  // "The first does not suit me" refuses a time, not us.
  return !meets && stop >= Math.max(STOP_FROM, STOP_BESIDE_LIKELIEST * Math.max(...Object.values(others)));
}

function leastChance(type: IntentType, likeliest: IntentType, { address, meetingTime }: Stated): number {
  if (type === 'redirect' && address === 'other') return ADDRESS_FROM;
  if (type === 'demo' && meetingTime !== 'none') return MEETING_FROM;
  return type === likeliest ? MEANT_FROM : MEANT_BESIDES_FROM;
}

/** "On Thursday, then" names a day to come back on, as long as nobody spoke of a meeting. */
function withoutGuessedMeeting(
  wishes: readonly IntentType[],
  { postpone }: Chances,
  { meeting }: Stated,
): readonly IntentType[] {
  if (meeting || !wishes.includes('demo') || postpone < DAY_FROM) return wishes;
  return [...new Set(wishes.map((type) => (type === 'demo' ? 'postpone' : type)))];
}

function isNoWish(type: IntentType): boolean {
  return type === 'acknowledged' || type === 'unclear';
}
