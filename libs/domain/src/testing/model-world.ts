import type { Conversation } from '../conversation';
import { decide, type Decision } from '../decide';
import type { BelieveOffline, Effect } from '../effect';
import type { SendMessage } from '../send-message';
import type { Colleague, ConversationEvent, MessageUnderstood, TimerName } from '../event';
import type { Language } from '../language';
import type { Letter } from '../letter';
import { EMPTY_MEMORY } from '../memory';
import type { Rules } from '../rules';
import type { BookedSlot, Slot } from '../slot';
import { isInitiated, isOpening } from '../letter';
import { NOW } from './builders';
import { ModelChannels, type Reach } from './model-channels';
import { ModelOutbox, PASSING, leavesFrom } from './model-outbox';
import { tooManyAnswers, whatIsWrong } from './what-is-wrong';

/** The stages in which nobody is waited for. */
export const FINAL: readonly Conversation['stage'][] = ['redirected', 'offer-ignored', 'stopped', 'unreachable'];

export interface Turn {
  readonly event: ConversationEvent;
  readonly decision: Decision;
}

interface ModelTimer {
  readonly timer: TimerName;
  readonly dueAt: Date;
}

/** Everything around one conversation: what its decisions want is done here as the services do it. */
export class ModelWorld {
  conversation: Conversation;
  now = NOW;
  language: Language = 'ru';
  timers: ModelTimer[] = [];
  readonly outbox = new ModelOutbox();
  readonly turns = new Map<string, Turn>();
  /** Messages whose reading is under way. */
  readonly reading = new Map<string, { readonly key: string; readonly senderKnown: boolean }>();
  /** What a model was asked for, by the job. */
  readonly jobs = new Set<string>();
  /** Jobs that nobody waits for any more, the latest last. */
  readonly superseded: string[] = [];
  readonly slots = new Map<string, BookedSlot>();
  /** Who wrote what came in. */
  private readonly heard = new Map<string, { readonly senderKnown: boolean }>();
  /** Whom the contact named. */
  private readonly named = new Set<string>();
  /** What must never be. */
  readonly wrongs: string[] = [];
  /** The letters written under the stop that holds. */
  private lastWords: Letter[] = [];

  constructor(
    readonly start: Conversation,
    readonly channels: ModelChannels,
    public rules: Rules,
  ) {
    this.conversation = start;
  }

  static at(reach: Reach, rules: Rules): ModelWorld {
    const stage = reach === 'telegram' ? 'awaiting-start' : 'drafting-offer';
    return new ModelWorld({ id: 'conversation-1', stage, memory: EMPTY_MEMORY }, new ModelChannels(reach), rules);
  }

  /** Takes an event as a turn of its own, unless its turn stands already. */
  take(event: ConversationEvent): void {
    if (this.turns.has(event.id)) return;
    const decision = decide(deepFreeze(this.conversation), deepFreeze(event));
    this.turns.set(event.id, { event, decision });
    this.channels.hear(event);
    if (decision.type === 'ignored') return;
    if (event.type === 'contactWrote') this.heard.set(event.messageId, event);
    if (event.type === 'contactStarted') this.heard.set(event.messageId, { senderKnown: true });
    for (const { address } of whomMayBeWrittenTo(event)) this.named.add(address);
    const cameFrom = this.conversation.stage;
    this.conversation = decision.conversation;
    if (this.conversation.stage !== 'stopped') this.lastWords = [];
    for (const effect of decision.effects) this.carryOut(effect, event);
    if (this.conversation.memory.mayBeStops.length > 0) this.outbox.hold();
    for (const effect of decision.effects) if (effect.type === 'believeOffline') this.believe(effect, event);
    this.wrongs.push(...whatIsWrong(this, event, cameFrom));
  }

  /** As if the contact wanted nothing that something has to be looked up for. */
  private believe(
    { key: id, messageId, senderKnown, reading, passages }: BelieveOffline & Pick<Effect, 'key'>,
    { at, rules }: ConversationEvent,
  ): void {
    const nothing = {
      colleagues: [],
      freeSlots: [],
      wishFits: false,
      accessCode: null,
      contactLanguage: this.language,
    };
    const read = { messageId, senderKnown, reading, passages, ...nothing };
    this.reading.delete(messageId);
    this.take({ type: 'messageUnderstood', id, at, rules, ...read });
  }

  private carryOut(effect: Effect, event: ConversationEvent): void {
    switch (effect.type) {
      case 'sendMessage':
        this.checkLetter(effect);
        this.outbox.write(effect, this.channels.destination(this.conversation.memory), event);
        this.wrongs.push(...tooManyAnswers(this.outbox, event));
        return;
      case 'understandMessage':
        this.reading.set(effect.messageId, effect);
        return;
      case 'askModel':
        this.jobs.add(effect.key);
        return;
      case 'stopAsking':
        if (!this.jobs.delete(effect.jobId)) this.wrongs.push(`${effect.jobId} is not asked for`);
        this.superseded.push(effect.jobId);
        this.timers = this.timers.filter(({ timer }) => timer !== 'modelDeadline');
        return;
      case 'believeOffline':
        this.reading.set(effect.messageId, effect);
        return;
      case 'holdMessages':
        this.outbox.hold();
        return;
      case 'releaseMessages':
        this.outbox.letGo();
        return;
      case 'withdrawMessage':
        this.changeLetter(effect.outboxId, ['draft', 'queued', 'held', 'cancelled'], { status: 'cancelled' });
        return;
      case 'repeatMessage': {
        if (this.conversation.stage === 'stopped') this.wrongs.push('a letter is repeated after the stop');
        const letter = this.outbox.find(effect.outboxId);
        if (letter && this.outbox.comesBack(letter)) this.wrongs.push('a letter is repeated though letters come back');
        const repeats = (letter?.repeats ?? 0) + 1;
        this.changeLetter(effect.outboxId, ['settled'], { status: 'queued', outcome: null, repeats });
        return;
      }
      case 'approveDraft': {
        const letters = this.outbox.find(effect.outboxId)?.letters ?? [];
        const changes = { status: 'queued', leavesFrom: leavesFrom(letters, event.at, event.rules) } as const;
        this.changeLetter(effect.outboxId, ['draft'], changes);
        return;
      }
      case 'scheduleTimer':
        if (Number.isNaN(effect.dueAt.getTime())) this.wrongs.push(`${effect.timer} is due at no time`);
        this.timers.push(effect);
        return;
      case 'cancelTimers':
        this.timers = [];
        return;
      case 'cancelMessages':
        this.outbox.cancelWaiting();
        return;
      case 'suppress':
        this.outbox.suppression = { id: effect.key, decided: 'stop', passed: [] };
        this.lastWords = [];
        return;
      case 'giveUpAddress':
        // Whoever said stop stays stopped for that.
        this.outbox.suppression ??= { id: effect.key, decided: 'bounce', passed: [] };
        return;
      case 'lift':
        if (effect.because === 'contact-wrote' && (event.type !== 'contactWrote' || event.channel !== 'email'))
          this.wrongs.push('letters are said to arrive, and nobody wrote from there');
        if (effect.of === 'stop' || this.outbox.suppression?.decided === 'bounce') this.outbox.suppression = null;
        return;
      case 'bookSlot':
        this.book(effect.slot);
        return;
      case 'releaseSlot':
        if (!this.slots.delete(effect.uid)) this.wrongs.push(`${effect.uid} is released but not booked`);
        return;
      case 'changeLanguage':
        this.language = effect.language;
        return;
      case 'openConversation':
        if (!this.named.has(effect.address)) this.wrongs.push(`${effect.address} is written to, whom nobody named`);
        return;
      case 'giveUpChat':
        this.channels.closeChat();
        return;
      case 'giveAccessCode':
      case 'tellOperator':
        return;
      default:
        effect satisfies never;
    }
  }

  private changeLetter(
    id: string,
    from: readonly string[],
    changes: Partial<Parameters<ModelOutbox['claim']>[0]>,
  ): void {
    const letter = this.outbox.find(id);
    if (letter && from.includes(letter.status)) Object.assign(letter, changes);
    else this.wrongs.push(`${id} cannot become ${String(changes.status)}: it is ${String(letter?.status)}`);
  }

  private book(slot: BookedSlot): void {
    const standing = this.slots.get(slot.uid);
    if (standing && slot.sequence <= standing.sequence)
      this.wrongs.push(`${slot.uid} was moved without a new sequence`);
    if (slot.startsAt <= this.now) this.wrongs.push(`${slot.uid} is booked in the past`);
    this.slots.set(slot.uid, slot);
  }

  private checkLetter({ letters, answers, slots, slot, code, date }: SendMessage): void {
    const name = letters.join('+');
    if (new Set(letters).size !== letters.length || letters.length === 0) this.wrongs.push(`the mail is "${name}"`);
    const isOurs = letters.some(isInitiated) || letters.includes('operator-reply');
    // After Start the opening is an answer.
    if (!letters.some(isOpening) && isOurs === (answers !== undefined))
      this.wrongs.push(`${name} answers ${String(answers)}`);
    if (letters.includes('demo-slots') !== (slots !== undefined)) this.wrongs.push(`${name} without its slots`);
    if (letters.some((letter) => letter.startsWith('slot-')) !== (slot !== undefined))
      this.wrongs.push(`${name}: slot`);
    if (letters.includes('demo-access') !== (code !== undefined)) this.wrongs.push(`${name} without its code`);
    if (letters.includes('postpone-agreed') !== (date !== undefined)) this.wrongs.push(`${name} without its date`);
    const channel = this.channels.destination(this.conversation.memory);
    if (this.outbox.comesBack({ channel })) this.wrongs.push(`${name} is written though letters come back`);
    if (this.conversation.stage !== 'stopped') return;

    if (answers === undefined || !this.heard.get(answers)?.senderKnown)
      this.wrongs.push(`${name} without a word of theirs`);
    for (const letter of letters) {
      if (!PASSING.includes(letter)) this.wrongs.push(`${letter} is written to a contact who said stop`);
      if (this.lastWords.includes(letter)) this.wrongs.push(`${letter} is written twice to a contact who said stop`);
      this.lastWords.push(letter);
    }
  }
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) deepFreeze(one);
  return Object.freeze(value);
}

function whomMayBeWrittenTo(event: ConversationEvent): readonly Colleague[] {
  if (event.type === 'messageUnderstood' && event.senderKnown) return event.colleagues;
  return event.type === 'machineWrote' && event.rules.followSubstitutes ? event.substitutes : [];
}

/** The three slots a contact is offered, as `freeSlots` orders them: those of `wish` first. */
export function offeredSlots(
  now: Date,
  taken: readonly number[],
  wish: { readonly from: Date; readonly to: Date } | undefined,
): Pick<MessageUnderstood, 'freeSlots' | 'wishFits'> {
  const free = nextSlots(now).filter((_, index) => !taken.includes(index));
  const fitting = wish ? free.filter(({ startsAt }) => wish.from <= startsAt && startsAt < wish.to) : [];
  return { freeSlots: [...fitting, ...free].slice(0, 3), wishFits: fitting.length > 0 };
}

/** Thirty hours that begin within a week or so; all of them taken in no history but one with all their places. */
function nextSlots(now: Date): Slot[] {
  const tomorrow = Math.ceil(now.getTime() / 86_400_000 + 1) * 86_400_000;
  return Array.from({ length: 30 }, (_, index) => {
    const startsAt = new Date(tomorrow + Math.floor(index / 3) * 86_400_000 + (9 + (index % 3) * 2) * 3_600_000);
    return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
  });
}
