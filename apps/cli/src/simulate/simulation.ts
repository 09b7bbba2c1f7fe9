import type { Settlement } from '@app/domain/delivery';
import type { MachineWrote } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import type { MachineFacts } from '@app/domain/machine-facts';
import type { Product } from '@app/product/product';
import { operatorEvent } from './operator-event';
import type { Script, ScriptedOutcome, Step } from './script';
import { scriptMistake } from './script-mistake';
import { SimulatedConversation } from './simulated-conversation';
import type { SimulatedLetter } from './simulated-letter';
import type { Transcript } from './transcript';

/**
 * Plays a script against the real statechart on a virtual clock; nothing is sent and nothing stored. A letter leaves at
 * once within its window, and a timer fires at its moment. Throws a `Mistake` that names the line of a step without sense.
 */
export function simulate(script: Script, product: Product, codes: readonly string[]): Transcript {
  return new Simulation(script, new SimulatedConversation(script.contact, product, codes)).play();
}

class Simulation {
  private now: Date;
  private readonly outcomes: { readonly line: number; readonly outcome: ScriptedOutcome }[] = [];

  constructor(
    private readonly script: Script,
    private readonly conversation: SimulatedConversation,
  ) {
    this.now = script.start;
  }

  play(): Transcript {
    const { contact, steps } = this.script;
    this.conversation.take({ type: 'conversationOpened', referred: contact.referrer !== null }, this.now);
    for (const step of steps) {
      // How a letter ends is said before it leaves.
      if (step.type !== 'settle') this.advance(this.now);
      this.perform(step);
    }
    this.advance(this.now);
    const [unused] = this.outcomes;
    if (unused) throw scriptMistake(unused.line, 'no letter leaves after this; put it before one that does.');
    const { entries, state } = this.conversation;
    return {
      entries,
      stage: state.stage,
      handedOverBecause: state.stage === 'handed-over' ? state.memory.handedOverBecause : null,
      due: this.conversation.nextTimer()?.dueAt ?? null,
      at: this.now,
    };
  }

  private perform(step: Step): void {
    const { conversation, now } = this;
    switch (step.type) {
      case 'contact':
        this.receive(step);
        return;
      case 'machine':
        this.receiveFromMachine(step.kind, { type: 'none' });
        return;
      case 'away': {
        const { back: returnsOn, instead: substitutes } = step;
        this.receiveFromMachine('auto_reply', { type: 'absence', returnsOn, substitutes });
        return;
      }
      case 'calendar': {
        const uid = conversation.state.memory.slot?.uid;
        if (uid === undefined) throw scriptMistake(step.line, 'no demo is booked at this moment; book one before.');
        this.receiveFromMachine('calendar', { type: 'calendarReply', answer: step.answer, uid });
        return;
      }
      case 'unsubscribe': {
        const messageId = conversation.hear('machine', step.type, now);
        conversation.take({ type: 'contactUnsubscribed', messageId }, now);
        return;
      }
      case 'contactStarts':
        this.start();
        return;
      case 'wait': {
        const until = step.until(now);
        if (until < now) throw scriptMistake(step.line, 'this moment is past by then; name a later one.');
        this.advance(until);
        return;
      }
      case 'operator':
        conversation.take(operatorEvent(step, conversation), now);
        return;
      case 'settle':
        this.outcomes.push({ line: step.line, outcome: step.outcome });
        return;
    }
  }

  private start(): void {
    const { conversation, now } = this;
    const messageId = conversation.hear('contact', '/start', now);
    const referred = this.script.contact.referrer !== null;
    conversation.take({ type: 'contactStarted', messageId, referred, joins: false, suppressed: false }, now);
  }

  private receiveFromMachine(kind: MachineWrote['kind'], facts: MachineFacts): void {
    const { conversation, now } = this;
    const messageId = conversation.hear('machine', kind, now);
    const substitutes = facts.type === 'absence' ? conversation.standingsOf(facts.substitutes) : [];
    const told = { kind, facts, aboutContact: true, elsewhere: false, senderKnown: true, substitutes };
    conversation.take({ type: 'machineWrote', messageId, ...told }, now);
  }

  private receive({ texts, senderKnown }: Step & { readonly type: 'contact' }): void {
    const { conversation, now } = this;
    const { channel } = conversation;
    for (const text of texts) {
      const messageId = conversation.hear(senderKnown ? 'contact' : 'stranger', text, now);
      const answerReplaceable = conversation.isAnswerReplaceable;
      conversation.take({ type: 'contactWrote', messageId, channel, senderKnown, answerReplaceable }, now);
    }
    conversation.readAll(now);
  }

  /** Lets time pass: whatever falls due on the way happens at its own moment. */
  private advance(until: Date): void {
    for (;;) {
      const letter = this.conversation.outbox.next();
      const timer = this.conversation.nextTimer();
      const leavesAt = letter && later(letter.leavesFrom, this.now);
      const firesAt = timer && later(timer.dueAt, this.now);
      if (letter && leavesAt && leavesAt <= until && !(firesAt && firesAt < leavesAt)) {
        this.now = leavesAt;
        this.leave(letter);
      } else if (timer && firesAt && firesAt <= until) {
        this.now = firesAt;
        this.conversation.fire(timer, firesAt);
      } else {
        this.now = until;
        return;
      }
    }
  }

  private leave(letter: SimulatedLetter): void {
    const { conversation, now } = this;
    const { id: outboxId, letters, subject, text, attachments } = letter;
    conversation.outbox.settle(outboxId);
    const settlement = this.settlementOf(letter);
    const by = letters.includes('operator-reply') ? 'operator' : 'agent';
    conversation.entries.push({ type: 'said', by, at: now, subject, text, attachments, outcome: settlement.outcome });
    const left = { outboxId, letters, channel: conversation.channel, elsewhere: false };
    conversation.take({ type: 'deliverySettled', ...left, settlement }, now);
  }

  private settlementOf({ letters, repeats }: SimulatedLetter): Settlement {
    if (this.conversation.isSuppressed && !letters.some((letter) => PASSING.has(letter))) {
      return { outcome: 'withheld' };
    }
    const outcome = this.outcomes.shift()?.outcome ?? 'sent';
    switch (outcome) {
      case 'sent':
        return { outcome };
      case 'rejected':
        return { outcome, because: 'content' };
      case 'no-such-address':
        return { outcome: 'rejected', because: 'address' };
      case 'uncertain':
        return { outcome, repeated: repeats > 0 };
    }
  }
}

/** What may be sent to somebody who said stop, in answer to the contact's own message. */
const PASSING: ReadonlySet<Letter> = new Set(['stop-confirmed', 'redirect-thanks', 'ask-to-resume']);

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
