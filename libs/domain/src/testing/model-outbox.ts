import type { Channel } from '../channel';
import type { Effect } from '../effect';
import type { ConversationEvent } from '../event';
import type { SendMessage } from '../send-message';
import { isInitiated, type Letter } from '../letter';
import type { Rules } from '../rules';
import { isWorkingMoment, nextWorkingMoment } from '../working-time';
import type { SettledAs } from './happening';

export interface ModelLetter {
  readonly id: string;
  readonly channel: Channel;
  readonly letters: readonly Letter[];
  readonly answers: string | undefined;
  readonly writtenAt: Date;
  /** The suppression it may pass. */
  readonly passes: string | null;
  status: 'draft' | 'queued' | 'held' | 'handing-over' | 'settled' | 'cancelled';
  heldAs: 'draft' | 'queued';
  outcome: Exclude<SettledAs, 'retry'> | 'withheld' | null;
  repeats: number;
  leavesFrom: Date;
  /** The conversation has still to learn of the settlement. */
  isUnlearnt: boolean;
}

export interface Suppression {
  readonly id: string;
  /** What the conversation decided, if it did: that somebody said stop, or that letters come back. */
  readonly decided: 'stop' | 'bounce' | null;
  readonly passed: Letter[];
}

/** The letters that may be written to a contact who said stop. */
export const PASSING: readonly Letter[] = ['stop-confirmed', 'redirect-thanks', 'ask-to-resume'];

/** The outbox and the recipient's guard, as DESIGN has them, for one contact. */
export class ModelOutbox {
  readonly letters: ModelLetter[] = [];
  suppression: Suppression | null = null;
  /** What left although the contact is suppressed, and what was to leave outside working hours unasked. */
  readonly wrongs: string[] = [];

  write(effect: SendMessage & Pick<Effect, 'key'>, channel: Channel, { at, rules }: ConversationEvent): void {
    const waits = rules.approval === 'approve' && !effect.letters.includes('operator-reply');
    this.letters.push({
      id: effect.key,
      channel,
      letters: effect.letters,
      answers: effect.answers,
      writtenAt: at,
      passes: effect.letters.every((letter) => PASSING.includes(letter)) ? (this.suppression?.id ?? null) : null,
      status: waits ? 'draft' : 'queued',
      heldAs: 'queued',
      outcome: null,
      repeats: 0,
      leavesFrom: leavesFrom(effect.letters, at, rules),
      isUnlearnt: false,
    });
  }

  /** Whether a letter of that channel goes where letters come back from. */
  comesBack({ channel }: Pick<ModelLetter, 'channel'>): boolean {
    return this.isBounce && channel === 'email';
  }

  /** An address is given up, and nobody said stop. */
  get isBounce(): boolean {
    return this.suppression?.decided === 'bounce';
  }

  find(id: string): ModelLetter | undefined {
    return this.letters.find((letter) => letter.id === id);
  }

  in(...statuses: readonly ModelLetter['status'][]): ModelLetter[] {
    return this.letters.filter(({ status }) => statuses.includes(status));
  }

  /** Whether a letter is on its way, or its settlement is. */
  isOpen(id: string | undefined): boolean {
    const letter = this.letters.find((one) => one.id === id);
    return (
      letter !== undefined && (letter.isUnlearnt || ['draft', 'queued', 'held', 'handing-over'].includes(letter.status))
    );
  }

  cancelWaiting(): void {
    for (const letter of this.in('draft', 'queued', 'held')) letter.status = 'cancelled';
  }

  hold(): void {
    for (const letter of this.in('draft', 'queued')) {
      letter.heldAs = letter.status === 'draft' ? 'draft' : 'queued';
      letter.status = 'held';
    }
  }

  letGo(): void {
    for (const letter of this.in('held')) letter.status = letter.heldAs;
  }

  approveDrafts(approval: Rules['approval']): void {
    const status = approval === 'approve' ? 'draft' : 'queued';
    for (const letter of this.in('draft', 'queued', 'held')) {
      if (letter.letters.includes('operator-reply')) continue;
      if (letter.status === 'held') letter.heldAs = status;
      else letter.status = status;
    }
  }

  /** The guard is asked immediately before a letter leaves. */
  claim(letter: ModelLetter, now: Date, rules: Rules): void {
    if (letter.letters.some(isInitiated) && !isWorkingMoment(now, rules)) {
      if (now <= letter.leavesFrom) this.wrongs.push(`${letter.letters.join()} was to leave outside working hours`);
      letter.leavesFrom = nextWorkingMoment(now, rules);
      return;
    }
    const suppression = this.isBounce && letter.channel === 'telegram' ? null : this.suppression;
    if (suppression && !mayPass(letter, suppression)) {
      this.settle(letter, 'withheld');
      return;
    }
    suppression?.passed.push(...letter.letters);
    letter.status = 'handing-over';
    if (suppression && !letter.letters.every((one) => PASSING.includes(one))) {
      this.wrongs.push(`${letter.letters.join()} was claimed under a suppression`);
    }
  }

  settle(letter: ModelLetter, how: SettledAs | 'withheld'): void {
    letter.status = how === 'retry' ? 'queued' : 'settled';
    letter.outcome = how === 'retry' ? null : how;
    letter.isUnlearnt = how !== 'retry';
  }
}

export function leavesFrom(letters: readonly Letter[], at: Date, rules: Rules): Date {
  return letters.some(isInitiated) ? nextWorkingMoment(at, rules) : at;
}

function mayPass({ passes, letters }: ModelLetter, { id, passed }: Suppression): boolean {
  return passes === id && !letters.some((letter) => passed.includes(letter));
}
