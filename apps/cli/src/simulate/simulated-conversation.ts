import { channelOf } from '@app/domain/address';
import type { Channel } from '@app/domain/channel';
import type { Conversation } from '@app/domain/conversation';
import { decide } from '@app/domain/decide';
import type { Effect } from '@app/domain/effect';
import type { Colleague, ConversationEvent, TimerName } from '@app/domain/event';
import type { Language } from '@app/domain/language';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { BookedSlot } from '@app/domain/slot';
import type { Product } from '@app/product/product';
import { rulesOf } from '@app/product/rules-of';
import type { Happening } from './happening';
import type { ScriptContact } from './script';
import { readSimulated, standingOf } from './read-simulated';
import { SimulatedOutbox } from './simulated-outbox';
import type { Entry, Said } from './transcript';
import { writeSimulated } from './write-simulated';

export interface SimulatedTimer {
  readonly timer: TimerName;
  readonly dueAt: Date;
}

/** One conversation as the services would carry it on, without them: what it decides is the statechart's own. */
export class SimulatedConversation {
  readonly outbox = new SimulatedOutbox();
  readonly entries: Entry[] = [];
  isSuppressed = false;
  /** The only one its contact has. */
  readonly channel: Channel;
  private conversation: Conversation;
  private language: Language;
  private timers: readonly SimulatedTimer[] = [];
  private unread: readonly (Effect & { readonly type: 'understandMessage' })[] = [];
  private booked: readonly BookedSlot[] = [];
  private code: string | null = null;
  private subject = '';
  private events = 0;
  private readonly texts = new Map<string, string>();
  private readonly known: Set<string>;

  constructor(
    private readonly contact: ScriptContact,
    private readonly product: Product,
    private readonly codes: readonly string[],
  ) {
    this.language = contact.language;
    this.known = new Set([contact.address]);
    this.channel = channelOf(contact.address);
    const stage = this.channel === 'telegram' ? 'awaiting-start' : 'drafting-offer';
    this.conversation = { id: 'conversation', stage, memory: EMPTY_MEMORY };
  }

  get state(): Conversation {
    return this.conversation;
  }

  /** Whether no letter we wait for has left. */
  get isAnswerReplaceable(): boolean {
    const { awaited } = this.conversation.memory;
    return awaited !== null && this.outbox.canBeWithdrawn(awaited.outboxId);
  }

  /** What may be done with addresses that somebody named. */
  standingsOf(addresses: readonly string[]): Colleague[] {
    return addresses.map((address) => ({ address, standing: standingOf(address, this.known) }));
  }

  nextTimer(): SimulatedTimer | undefined {
    return this.timers.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())[0];
  }

  fire(timer: SimulatedTimer, now: Date): void {
    this.timers = this.timers.filter((other) => other !== timer);
    this.take({ type: 'timerFired', timer: timer.timer }, now);
  }

  /** Notes what somebody wrote; the id answers for its text. */
  hear(by: Said['by'], text: string, at: Date): string {
    this.entries.push({ type: 'said', by, at, subject: this.subject, text, attachments: [], outcome: null });
    const id = `message-${String(this.texts.size + 1)}`;
    this.texts.set(id, text);
    return id;
  }

  /** Takes one turn, and carries its effects out. */
  take(happening: Happening, now: Date): void {
    this.events += 1;
    // A simulation is over at once, and waits for nobody.
    const rules = { ...rulesOf(this.product, this.contact, now), model: null };
    const event: ConversationEvent = { ...happening, id: `event-${String(this.events)}`, at: now, rules };
    const decision = decide(this.conversation, event);
    const isMoved = decision.type === 'moved';
    if (isMoved) this.conversation = decision.conversation;
    const because = isMoved ? null : decision.because;
    const effects = isMoved ? decision.effects : [];
    const turn = { at: now, event, decision: decision.type, because, stage: this.conversation.stage, effects };
    this.entries.push({ type: 'turn', turn });
    for (const effect of effects) this.carryOut(effect, event);
  }

  /** Reads what was heard together as a whole, so that a burst gets one answer. */
  readAll(now: Date): void {
    const { unread, product, codes, contact } = this;
    this.unread = [];
    for (const { messageId, senderKnown } of unread) {
      const { language, known, booked, code } = this;
      const { memory } = this.conversation;
      const around = { product, codes, contact, language, memory, known, booked, code, now };
      const facts = readSimulated(this.texts.get(messageId) ?? '', around);
      this.take({ type: 'messageUnderstood', messageId, senderKnown, ...facts }, now);
    }
  }

  private carryOut(effect: Effect, { at, rules }: ConversationEvent): void {
    switch (effect.type) {
      case 'sendMessage': {
        const { product, contact, language, subject } = this;
        const letter = writeSimulated(effect, { product, contact, language, subject, rules, now: at });
        this.subject = letter.subject;
        this.outbox.write(letter);
        return;
      }
      case 'understandMessage':
        this.unread = [...this.unread, effect];
        return;
      case 'askModel':
      case 'stopAsking':
      case 'believeOffline':
      case 'holdMessages':
      case 'releaseMessages':
        // No model is asked here.
        return;
      case 'withdrawMessage':
        this.outbox.withdraw(effect.outboxId);
        return;
      case 'repeatMessage':
        this.outbox.repeat(effect.outboxId, at);
        return;
      case 'scheduleTimer':
        this.timers = [...this.timers, effect];
        return;
      case 'cancelTimers':
        this.timers = [];
        return;
      case 'cancelMessages':
        this.outbox.withdrawAll();
        return;
      case 'suppress':
      case 'giveUpAddress':
        this.isSuppressed = true;
        return;
      case 'lift':
        this.isSuppressed = false;
        return;
      case 'openConversation':
        this.known.add(effect.address);
        return;
      case 'bookSlot':
        this.booked = [...this.booked.filter(({ uid }) => uid !== effect.slot.uid), effect.slot];
        return;
      case 'releaseSlot':
        this.booked = this.booked.filter(({ uid }) => uid !== effect.uid);
        return;
      case 'giveAccessCode':
        this.code = effect.code;
        return;
      case 'changeLanguage':
        this.language = effect.language;
        return;
      case 'approveDraft':
        this.outbox.approve(effect.outboxId, effect.text);
        return;
      case 'giveUpChat':
      case 'tellOperator':
        // It stands in the turn, and there is nobody to be told.
        return;
      default:
        effect satisfies never;
    }
  }
}
