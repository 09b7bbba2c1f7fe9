import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ProductSettings } from '@app/product/product';

/** What is taken by now, and when the rest of a burst is worth a look. */
export interface Gathered {
  readonly taken: readonly WaitingFact[];
  /** Null when nothing is held back. */
  readonly againInMs: number | null;
  /** What is taken is not to be committed earlier: more may come until then. 0 when nothing is waited for any more. */
  readonly endsInMs: number;
}

/** Whoever writes on and on is answered in between. */
const MOST_GATHERED = 10;

/** So long before a gathering ends its answer is made, to be on its way when it does. */
export const AHEAD_MS = 30;

/**
 * Holds a contact's words back for a while, so that a burst of short messages gets one answer; what a model makes of
 * earlier ones waits with them. Whatever else the contact does ends the waiting, and a stop never waits.
 */
export function gathered(
  facts: readonly WaitingFact[],
  gatherFor: ProductSettings['gatherFor'],
  now: Date,
  saysStop: (message: InboundMessage) => boolean,
): Gathered {
  const words = facts.flatMap((fact) => (isWords(fact, gatherFor) ? [fact.message] : []));
  const untilMs = Math.max(...words.map((message) => heldUntilMs(message, gatherFor, now)));
  const endsInMs = untilMs - now.getTime();
  const waits = endsInMs > 0 && words.length < MOST_GATHERED;
  if (!waits || facts.some(endsWaiting) || words.some(saysStop)) return { taken: facts, againInMs: null, endsInMs: 0 };
  if (endsInMs <= AHEAD_MS) return { taken: facts, againInMs: null, endsInMs };
  return { taken: facts.filter((fact) => !isGathered(fact)), againInMs: endsInMs - AHEAD_MS, endsInMs: 0 };

  function isGathered(fact: WaitingFact): boolean {
    return fact.type === 'settlement' || isWords(fact, gatherFor);
  }

  function endsWaiting(fact: WaitingFact): boolean {
    return fact.type === 'command' || (fact.type === 'message' && !isWords(fact, gatherFor));
  }
}

function isWords(
  fact: WaitingFact,
  gatherFor: ProductSettings['gatherFor'],
): fact is Extract<WaitingFact, { readonly type: 'message' }> {
  return fact.type === 'message' && fact.message.kind === 'human' && gatherFor[fact.message.channel] > 0;
}

/** Never longer than from now on: a clock that was set back would hold them for ever. */
function heldUntilMs(
  { storedAt, channel }: InboundMessage,
  gatherFor: ProductSettings['gatherFor'],
  now: Date,
): number {
  return Math.min(storedAt.getTime(), now.getTime()) + gatherFor[channel] * 1000;
}
