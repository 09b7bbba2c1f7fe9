import type { SimulatedLetter } from './simulated-letter';

/** The letters of a simulated conversation, the oldest first. */
export class SimulatedOutbox {
  private letters: SimulatedLetter[] = [];

  write(letter: SimulatedLetter): void {
    this.letters.push(letter);
  }

  /** Forgets a letter that has not left. */
  withdraw(id: string): void {
    this.letters = this.letters.filter((letter) => letter.id !== id || letter.status === 'settled');
  }

  withdrawAll(): void {
    this.letters = this.letters.filter(({ status }) => status === 'settled');
  }

  approve(id: string, text: string | undefined): void {
    this.change(id, (letter) => ({ ...letter, status: 'queued', text: text ?? letter.text }));
  }

  settle(id: string): void {
    this.change(id, (letter) => ({ ...letter, status: 'settled' }));
  }

  repeat(id: string, now: Date): void {
    this.change(id, (letter) => ({ ...letter, status: 'queued', leavesFrom: now, repeats: letter.repeats + 1 }));
  }

  canBeWithdrawn(id: string): boolean {
    return this.letters.some((letter) => letter.id === id && letter.status !== 'settled');
  }

  firstDraft(): SimulatedLetter | undefined {
    return this.letters.find(({ status }) => status === 'draft');
  }

  /** The oldest that has not left. */
  firstWaiting(): SimulatedLetter | undefined {
    return this.letters.find(({ status }) => status !== 'settled');
  }

  lastSettled(): SimulatedLetter | undefined {
    return this.letters.findLast(({ status }) => status === 'settled');
  }

  /** The queued letter that may leave first. */
  next(): SimulatedLetter | undefined {
    return this.letters
      .filter(({ status }) => status === 'queued')
      .reduce<SimulatedLetter | undefined>(
        (first, letter) => (first && first.leavesFrom <= letter.leavesFrom ? first : letter),
        undefined,
      );
  }

  private change(id: string, to: (letter: SimulatedLetter) => SimulatedLetter): void {
    this.letters = this.letters.map((letter) => (letter.id === id ? to(letter) : letter));
  }
}
