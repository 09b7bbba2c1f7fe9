import type { Conversation } from '../conversation';
import { decide, type Decision } from '../decide';
import type { EffectBody } from '../effect';
import type {
  Colleague,
  ContactWrote,
  ConversationEvent,
  DeliverySettled,
  MessageUnderstood,
  TimerFired,
  TimerName,
} from '../event';
import type { Intent } from '../intent';
import type { Letter } from '../letter';
import { EMPTY_MEMORY, type Memory } from '../memory';
import type { Rules } from '../rules';
import type { Stage } from '../stage';

/** Monday, ten o'clock in Moscow. */
export const NOW = new Date('2026-11-23T07:00:00Z');

export const RULES: Rules = {
  offerIgnoredAfterDays: 14,
  postponeByDefaultDays: 30,
  demoFollowUpAfterDays: 3,
  stopConfirmed: false,
  redirectThanks: false,
  timeZone: 'Europe/Moscow',
  workingHours: { from: '10:00', to: '19:00' },
};

const happened = { id: 'event-1', at: NOW, rules: RULES };

export function aConversation(facts: { stage: Stage; memory?: Partial<Memory> }): Conversation {
  return { id: 'conversation-1', stage: facts.stage, memory: { ...EMPTY_MEMORY, ...facts.memory } };
}

export function conversationOpened(facts: { referred?: boolean } = {}): ConversationEvent {
  return { ...happened, type: 'conversationOpened', referred: facts.referred ?? false };
}

export function contactWrote(facts: Partial<ContactWrote> = {}): ContactWrote {
  return {
    ...happened,
    type: 'contactWrote',
    messageId: 'message-1',
    senderKnown: true,
    answerReplaceable: false,
    ...facts,
  };
}

export function messageUnderstood(
  facts: Partial<Omit<MessageUnderstood, 'type' | 'reading'>> & { intents: readonly Intent[] },
): MessageUnderstood {
  const { intents, ...rest } = facts;
  return {
    ...happened,
    type: 'messageUnderstood',
    messageId: 'message-1',
    senderKnown: true,
    reading: { intents, confidence: 1, engine: 'offline', evidence: intents.map(() => '') },
    passages: [],
    colleagues: [],
    ...rest,
  };
}

export function redirectTo(...colleagues: readonly Colleague[]): Pick<MessageUnderstood, 'colleagues'> & {
  intents: readonly Intent[];
} {
  return { intents: [{ type: 'redirect', addresses: colleagues.map(({ address }) => address) }], colleagues };
}

export function settled(
  settlement: DeliverySettled['settlement'],
  facts: { outboxId?: string; letters?: readonly Letter[] } = {},
): DeliverySettled {
  return {
    ...happened,
    type: 'deliverySettled',
    outboxId: facts.outboxId ?? 'letter-1',
    letters: facts.letters ?? ['answer'],
    settlement,
  };
}

/** A memory that waits for `letter-1` to be settled. */
export function awaiting(...letters: readonly Letter[]): Pick<Memory, 'awaited'> {
  return { awaited: { outboxId: 'letter-1', letters } };
}

export function timerFired(timer: TimerName): TimerFired {
  return { ...happened, type: 'timerFired', timer };
}

export function operatorReplied(text: string): ConversationEvent {
  return { ...happened, type: 'operatorReplied', text };
}

export function operatorReleased(): ConversationEvent {
  return { ...happened, type: 'operatorReleased' };
}

export function operatorStopped(): ConversationEvent {
  return { ...happened, type: 'operatorStopped' };
}

/** Given a conversation, when events happen to it, then it is in a stage with these effects (of the last event). */
export function given(conversation: Conversation) {
  return {
    when: (...events: readonly ConversationEvent[]) => {
      let current = conversation;
      let last: Decision | undefined;
      for (const event of events) {
        last = decide(current, event);
        if (last.type === 'moved') current = last.conversation;
      }
      return { then: (expected: Expected) => assertDecision(last, expected) };
    },
  };
}

interface Expected {
  readonly stage?: Stage;
  readonly effects?: readonly EffectBody[];
  readonly memory?: Partial<Memory>;
  readonly ignored?: string;
}

function assertDecision(decision: Decision | undefined, expected: Expected): void {
  if (decision?.type !== 'moved') {
    expect(decision).toEqual({ type: 'ignored', because: expected.ignored });
    return;
  }
  expect(expected.ignored).toBeUndefined();
  const { stage, memory } = decision.conversation;
  if (expected.stage) expect(stage).toBe(expected.stage);
  if (expected.memory) expect(memory).toMatchObject(expected.memory);
  if (expected.effects) {
    expect(decision.effects).toEqual(
      expected.effects.map((effect, index) => ({ ...effect, key: `event-1:${String(index)}` })),
    );
  }
}
