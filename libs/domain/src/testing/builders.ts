import type { Conversation } from '../conversation';
import { decide, type Decision } from '../decide';
import type { EffectBody, TellOperator } from '../effect';
import type {
  ChatChanged,
  Colleague,
  CompanyStopped,
  ContactAsked,
  ContactStarted,
  ContactUnsubscribed,
  ContactWrote,
  ConversationEvent,
  ConversationOpened,
  DeliverySettled,
  DraftApproved,
  DraftRejected,
  LetterCancelled,
  LetterRetried,
  MachineWrote,
  MessageUnderstood,
  OperatorReleased,
  OperatorReplied,
  OperatorResumed,
  OperatorStopped,
  OperatorTookOver,
  OperatorWrote,
  AnswerDrafted,
  ModelAnswerRejected,
  ModelFailed,
  ReadingFailed,
  ReadingUnsure,
  TimerFired,
  TimerName,
} from '../event';
import type { Asked, DraftRequest } from '../asked';
import type { DraftedMail } from '../drafted';
import type { DemoWanted, Intent } from '../intent';
import type { Letter } from '../letter';
import { EMPTY_MEMORY, type Memory } from '../memory';
import type { Reading } from '../reading';
import type { Rules } from '../rules';
import type { BookedSlot, Slot } from '../slot';
import type { Stage } from '../stage';

/** Monday, ten o'clock in Moscow. */
export const NOW = new Date('2026-11-23T07:00:00Z');

export const RULES: Rules = {
  offerIgnoredAfterDays: 14,
  followUps: 0,
  postponeByDefaultDays: 30,
  demo: 'access',
  demoFollowUpAfterDays: 3,
  stopConfirmed: false,
  redirectThanks: false,
  stopCompany: false,
  approval: 'autopilot',
  handOverBelow: 0.5,
  followSubstitutes: false,
  answersPerHour: 10,
  telegram: false,
  model: null,
  timeZone: 'Europe/Moscow',
  workingHours: { from: '10:00', to: '19:00' },
  holidays: [],
};

const happened = { id: 'event-1', at: NOW, rules: RULES };

/** In `understanding` it waits for the reading of `message-1`. */
export function aConversation(facts: { stage: Stage; memory?: Partial<Memory> }): Conversation {
  const unread = facts.stage === 'understanding' ? ['message-1'] : [];
  return { id: 'conversation-1', stage: facts.stage, memory: { ...EMPTY_MEMORY, unread, ...facts.memory } };
}

/** The same event under other rules of the product. */
export function under<Event extends ConversationEvent>(rules: Partial<Rules>, event: Event): Event {
  return { ...event, rules: { ...event.rules, ...rules } };
}

export function conversationOpened(facts: { referred?: boolean } = {}): ConversationOpened {
  return { ...happened, type: 'conversationOpened', referred: facts.referred ?? false };
}

export function contactStarted(facts: Partial<ContactStarted> = {}): ContactStarted {
  const known = { messageId: 'message-1', referred: false, joins: false, suppressed: false };
  return { ...happened, type: 'contactStarted', ...known, ...facts };
}

export function contactAsked(letter: ContactAsked['letter'], language: ContactAsked['language'] = null): ContactAsked {
  return { ...happened, type: 'contactAsked', messageId: 'message-1', letter, language };
}

export function chatChanged(change: ChatChanged['change'], elsewhere = false): ChatChanged {
  return { ...happened, type: 'chatChanged', messageId: 'message-1', change, elsewhere };
}

export function contactWrote(facts: Partial<ContactWrote> = {}): ContactWrote {
  return {
    ...happened,
    type: 'contactWrote',
    messageId: 'message-1',
    channel: 'email',
    senderKnown: true,
    answerReplaceable: false,
    ...facts,
  };
}

type ReadingFacts = Partial<Pick<Reading, 'confidence' | 'consent' | 'language'>>;

export function messageUnderstood(
  facts: Partial<Omit<MessageUnderstood, 'type' | 'reading'>> & ReadingFacts & { intents: readonly Intent[] },
): MessageUnderstood {
  const { intents, confidence = 1, consent = null, language = null, ...rest } = facts;
  return {
    ...happened,
    type: 'messageUnderstood',
    messageId: 'message-1',
    senderKnown: true,
    reading: { intents, confidence, engine: 'offline', consent, language, evidence: intents.map(() => '') },
    passages: [],
    colleagues: [],
    freeSlots: [],
    wishFits: false,
    accessCode: null,
    contactLanguage: 'ru',
    ...rest,
  };
}

/** A contact who wants a demo by slot, under rules that give one. */
export function demoBySlot(
  wanted: Omit<DemoWanted, 'type'>,
  facts: Partial<Pick<MessageUnderstood, 'id' | 'at' | 'freeSlots' | 'wishFits'>> = {},
): MessageUnderstood {
  return under({ demo: 'slot' }, messageUnderstood({ intents: [{ type: 'demo', ...wanted }], ...facts }));
}

export function readingFailed(facts: Partial<ReadingFailed> = {}): ReadingFailed {
  return { ...happened, type: 'readingFailed', messageId: 'message-1', because: 'the model is gone', ...facts };
}

/** Rules under which a model reads, and drafts answers, within a minute. */
export const WITH_MODEL: Partial<Rules> = {
  model: { answerWithinSeconds: 60, writes: { answers: true, openings: false } },
};

/** When a model that was asked now has to have answered. */
export const DEADLINE = new Date(NOW.getTime() + 60_000);

export function readingUnsure(
  facts: Partial<Omit<ReadingUnsure, 'type' | 'reading'>> & Partial<Pick<Reading, 'intents' | 'confidence'>> = {},
): ReadingUnsure {
  const { intents = [{ type: 'unclear' }], confidence = 0.3, ...rest } = facts;
  const { reading } = messageUnderstood({ intents, confidence });
  return {
    ...happened,
    rules: { ...RULES, ...WITH_MODEL },
    type: 'readingUnsure',
    messageId: 'message-1',
    senderKnown: true,
    wroteAt: NOW,
    reading,
    passages: [],
    hintsAtStop: false,
    ...rest,
  };
}

/** A model is asked by `job-1` to read what these events were not sure of. */
export function askedToRead(...unsure: readonly ReadingUnsure[]): { readonly asked: Asked } {
  const messages = unsure.map(({ id: _id, type: _type, at: _at, rules: _rules, ...message }) => message);
  return { asked: { jobId: 'job-1', request: { kind: 'understand', messages, attempt: 1, dueAt: DEADLINE } } };
}

/** A model is asked by `job-1` to draft a mail. */
export function askedToDraft(letter: Partial<DraftRequest['letter']> = {}): { readonly asked: Asked } {
  const asked = {
    type: 'sendMessage',
    letters: ['answer'],
    answers: 'message-1',
    passages: ['a#1'],
    ...letter,
  } as const;
  return {
    asked: {
      jobId: 'job-1',
      request: { kind: 'answer', letter: asked, answers: ['message-1'], attempt: 1, dueAt: DEADLINE },
    },
  };
}

export function answerDrafted(facts: Partial<DraftedMail> = {}): AnswerDrafted {
  const draft = { found: true, sentences: [{ text: 'It does.', passages: ['a#1'] }], ...facts };
  return { ...happened, type: 'answerDrafted', jobId: 'job-1', draft };
}

export function modelAnswerRejected(because: string): ModelAnswerRejected {
  return under(WITH_MODEL, { ...happened, type: 'modelAnswerRejected', jobId: 'job-1', because });
}

export function modelFailed(): ModelFailed {
  return { ...happened, type: 'modelFailed', jobId: 'job-1' };
}

export function machineWrote(kind: MachineWrote['kind'], told: Partial<MachineWrote> = {}): MachineWrote {
  return {
    ...happened,
    type: 'machineWrote',
    messageId: 'message-1',
    kind,
    facts: { type: 'none' },
    aboutContact: true,
    elsewhere: false,
    senderKnown: true,
    substitutes: [],
    ...told,
  };
}

export function contactUnsubscribed(): ContactUnsubscribed {
  return { ...happened, type: 'contactUnsubscribed', messageId: 'message-1' };
}

export function redirectTo(...colleagues: readonly Colleague[]): Pick<MessageUnderstood, 'colleagues'> & {
  intents: readonly Intent[];
} {
  return { intents: [{ type: 'redirect', addresses: colleagues.map(({ address }) => address) }], colleagues };
}

export function settled(
  settlement: DeliverySettled['settlement'],
  facts: Partial<Pick<DeliverySettled, 'outboxId' | 'letters' | 'channel' | 'elsewhere'>> = {},
): DeliverySettled {
  return {
    ...happened,
    type: 'deliverySettled',
    outboxId: 'letter-1',
    letters: ['answer'],
    channel: 'email',
    elsewhere: false,
    ...facts,
    settlement,
  };
}

/** A memory that waits for `letter-1` to be settled. */
export function awaiting(...letters: readonly Letter[]): Pick<Memory, 'awaited'> {
  return { awaited: { outboxId: 'letter-1', letters } };
}

/** An hour on one of the days to come, at Moscow's time. */
export function aSlot(day: string, hour: string): Slot {
  const startsAt = new Date(`${day}T${hour}:00+03:00`);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
}

export function aBookedSlot(slot: Slot, facts: Partial<Pick<BookedSlot, 'uid' | 'sequence'>> = {}): BookedSlot {
  return { ...slot, uid: 'slot-1', sequence: 0, ...facts };
}

export function timerFired(timer: TimerName): TimerFired {
  return { ...happened, type: 'timerFired', timer };
}

export function operatorReplied(text: string): OperatorReplied {
  return { ...happened, type: 'operatorReplied', text };
}

export function operatorWrote(facts: Partial<OperatorWrote> = {}): OperatorWrote {
  return { ...happened, type: 'operatorWrote', messageId: 'message-1', answerReplaceable: false, ...facts };
}

export function operatorTookOver(facts: Partial<OperatorTookOver> = {}): OperatorTookOver {
  return { ...happened, type: 'operatorTookOver', answerReplaceable: false, ...facts };
}

export function operatorReleased(): OperatorReleased {
  return { ...happened, type: 'operatorReleased' };
}

export function operatorStopped(): OperatorStopped {
  return { ...happened, type: 'operatorStopped' };
}

export function companyStopped(): CompanyStopped {
  return { ...happened, type: 'companyStopped' };
}

export function operatorResumed(reason: string): OperatorResumed {
  return { ...happened, type: 'operatorResumed', reason };
}

export function draftApproved(facts: Partial<DraftApproved> = {}): DraftApproved {
  return { ...happened, type: 'draftApproved', outboxId: 'letter-1', ...facts };
}

export function draftRejected(because: string, outboxId = 'letter-1'): DraftRejected {
  return { ...happened, type: 'draftRejected', outboxId, because };
}

export function letterCancelled(outboxId = 'letter-1'): LetterCancelled {
  return { ...happened, type: 'letterCancelled', outboxId };
}

export function letterRetried(...letters: readonly Letter[]): LetterRetried {
  return { ...happened, type: 'letterRetried', outboxId: 'letter-1', letters, channel: 'email' };
}

/** What the operator is told. */
export function told(about: TellOperator['about'], because: string): TellOperator {
  return { type: 'tellOperator', about, because };
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
