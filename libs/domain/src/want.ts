import type { Colleague, MessageUnderstood } from './event';
import type { DemoWanted, Intent } from './intent';
import type { Period } from './slot';

/** One intent of one message, with what was found for it. */
export interface Want {
  readonly messageId: string;
  readonly intent: Intent;
  /** For a question: the passages that answer it. */
  readonly passages: readonly string[];
  /** For a redirect: the addresses it gave. */
  readonly colleagues: readonly Colleague[];
  /** Nobody knows who wrote it: only a stop is heeded. */
  readonly fromStranger?: true;
}

/** What the contact wants after this message, what is still unanswered included. */
export function wantsAfter(wants: readonly Want[], event: MessageUnderstood): readonly Want[] {
  const added = event.reading.intents.map((intent) => ({
    messageId: event.messageId,
    intent: believed(intent, event),
    passages: intent.type === 'question' ? event.passages : [],
    colleagues: intent.type === 'redirect' ? event.colleagues : [],
    ...(event.senderKnown ? {} : { fromStranger: true as const }),
  }));
  return [...wants, ...added].map((want) => withFreshStandings(want, event));
}

/** A reading that is not sure enough counts as none, unless it says stop. */
export function isSureEnough({ reading, rules }: MessageUnderstood): boolean {
  return reading.confidence >= rules.handOverBelow;
}

export function saysStop({ reading }: MessageUnderstood): boolean {
  return reading.intents.some(isStop);
}

export function isStop({ type }: Intent): boolean {
  return type === 'stop';
}

/** The messages this reading is of, oldest first. */
export function readBy({ messageId, alsoRead = [] }: Pick<MessageUnderstood, 'messageId' | 'alsoRead'>): string[] {
  return [...alsoRead, messageId];
}

/** Every colleague the contact named; what a stranger says of colleagues is no referral. */
export function colleaguesOf(wants: readonly Want[]): readonly Colleague[] {
  return wants.flatMap((want) => (want.intent.type === 'redirect' && !want.fromStranger ? want.colleagues : []));
}

/** The demo the contact wants by now: the last one that says more than that there should be one. */
export function demoOf(wants: readonly Pick<Want, 'intent'>[]): DemoWanted | null {
  const demos = wants.map(({ intent }) => intent).filter((intent) => intent.type === 'demo');
  return demos.findLast(({ wish, choice, cancels }) => wish ?? choice ?? cancels) ?? demos.at(-1) ?? null;
}

function believed(intent: Intent, event: MessageUnderstood): Intent {
  if (intent.type === 'stop') return intent;
  return isSureEnough(event) ? withoutBrokenDates(intent) : { type: 'unclear' };
}

/** A date that is none was not named. */
function withoutBrokenDates(intent: Intent): Intent {
  if (intent.type === 'postpone') return isDate(intent.until) ? intent : { type: 'postpone' };
  if (intent.type === 'demo' && intent.wish && !isPeriod(intent.wish)) {
    const { wish: _, ...rest } = intent;
    return rest;
  }
  return intent;
}

function isPeriod({ from, to }: Period): boolean {
  return isDate(from) && isDate(to);
}

function isDate(date: Date | undefined): boolean {
  return date !== undefined && !Number.isNaN(date.getTime());
}

function withFreshStandings(want: Want, { colleagues }: MessageUnderstood): Want {
  if (want.colleagues.length === 0) return want;
  const fresh = want.colleagues.map((known) => colleagues.find(({ address }) => address === known.address) ?? known);
  return { ...want, colleagues: fresh };
}
