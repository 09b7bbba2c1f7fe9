import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random';
import type { Fault } from './fault';

/** Faults that never strike at the same time; those of different lanes do. */
export interface Lane {
  readonly faults: readonly Fault[];
  readonly random: Random;
  /** Milliseconds between the end of one and the beginning of the next. */
  readonly rest: { readonly least: number; readonly most: number };
}

/** Lets faults strike, in an order of chance in which each comes before any comes again, and counts them. */
export class Storm {
  private readonly counts: Map<string, number>;
  private readonly decks = new Map<Lane, Fault[]>();

  constructor(
    private readonly lanes: readonly Lane[],
    private readonly say: (line: string) => void,
  ) {
    this.counts = new Map(lanes.flatMap(({ faults }) => faults).map(({ name }) => [name, 0]));
  }

  /** How often each has struck. */
  get struck(): ReadonlyMap<string, number> {
    return this.counts;
  }

  /** Goes on until it is enough, and each fault has struck at least once. */
  async rage(enough: AbortSignal): Promise<void> {
    await Promise.all(this.lanes.map((lane) => this.rageIn(lane, enough)));
  }

  private async rageIn(lane: Lane, enough: AbortSignal): Promise<void> {
    const { rest, random } = lane;
    for (;;) {
      await pause(random.between(rest.least, rest.most));
      if (enough.aborted && lane.faults.every(({ name }) => this.timesOf(name) > 0)) return;
      const fault = this.draw(lane);
      if (!fault) return;
      const said = await fault.strike();
      this.counts.set(fault.name, this.timesOf(fault.name) + 1);
      this.say(`${fault.name}: ${said}`);
    }
  }

  private draw(lane: Lane): Fault | undefined {
    const left = this.decks.get(lane) ?? [];
    const deck = left.length > 0 ? left : lane.random.shuffled(lane.faults);
    const fault = deck.pop();
    this.decks.set(lane, deck);
    return fault;
  }

  private timesOf(name: string): number {
    return this.counts.get(name) ?? 0;
  }
}
