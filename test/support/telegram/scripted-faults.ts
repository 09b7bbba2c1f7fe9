import type { FaultPlace, FaultScript, TelegramFault } from './emulator';

interface WaitingFault {
  readonly fault: TelegramFault;
  readonly where: FaultPlace;
  left: number;
}

/** The faults that wait for calls they match. */
export class ScriptedFaults implements FaultScript {
  private waiting: WaitingFault[] = [];
  private held: (() => void)[] = [];

  next(fault: TelegramFault, where: FaultPlace = {}): void {
    this.waiting.push({ fault, where, left: where.times ?? 1 });
  }

  clear(): void {
    this.waiting = [];
    for (const letGo of this.held.splice(0)) letGo();
  }

  /** The fault this call meets; null for none. */
  take(method: string, chatId: string): TelegramFault | null {
    const met = this.waiting.find(({ where }) => matches(where, method, chatId));
    if (met === undefined) return null;
    met.left -= 1;
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return met.fault;
  }

  /** Until the faults are cleared. */
  hold(letGo: () => void): void {
    this.held.push(letGo);
  }
}

function matches(where: FaultPlace, method: string, chatId: string): boolean {
  const isMethod = where.method === undefined ? method !== 'getUpdates' : where.method === method;
  return isMethod && (where.chatId === undefined || where.chatId === chatId);
}
