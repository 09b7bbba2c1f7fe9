import { EJSON } from 'bson';
import * as fc from 'fast-check';
import type { Conversation } from './conversation';
import { decide } from './decide';
import type { ConversationEvent } from './event';
import { anyHistory } from './testing/any-history';
import { liveThrough } from './testing/live-through';
import type { Rules } from './rules';
import type { ModelWorld } from './testing/model-world';

const RUNS = 10_000;

/** Equal means equal in every type that MongoDB tells apart. */
const canonical = (value: object) => EJSON.stringify(value, { relaxed: false });

/** As the database gives it back; the rules, which many events share, are stored once. */
function stored({ rules, ...event }: ConversationEvent, known: Map<Rules, Rules>): ConversationEvent {
  const storedRules = known.get(rules) ?? roundTrip(rules);
  known.set(rules, storedRules);
  return { ...roundTrip(event), rules: storedRules };
}

function roundTrip<T extends object>(value: T): T {
  return EJSON.parse(canonical(value), { relaxed: true }) as T;
}

function replay({ start, turns }: ModelWorld): Conversation {
  const known = new Map<Rules, Rules>();
  let conversation = start;
  for (const { event } of turns.values()) {
    const decision = decide(conversation, stored(event, known));
    if (decision.type === 'moved') conversation = decision.conversation;
  }
  return conversation;
}

describe('whatever happens to a conversation', () => {
  // Each history is checked for everything at once: a failure names what is wrong, and prints the seed.
  it('nothing is written after a stop, something is waited for, and a replay decides the same', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const world = liveThrough(history);
        expect([...world.wrongs, ...world.outbox.wrongs]).toEqual([]);
        expect(canonical(replay(world))).toBe(canonical(world.conversation));

        expect(roundTrip(world.conversation)).toStrictEqual(world.conversation);

        const before = world.conversation;
        const letters = world.outbox.letters.length;
        for (const { event } of [...world.turns.values()]) world.take(event);
        expect(world.conversation).toBe(before);
        expect(world.outbox.letters).toHaveLength(letters);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
