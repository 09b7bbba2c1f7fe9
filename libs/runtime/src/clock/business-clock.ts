import { Injectable } from '@nestjs/common';
import type { Clock } from '@app/domain/clock';
import { ClockStore } from '@app/persistence/clock/clock.store';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { Settings } from '../config/settings';

/** Business time: the host's clock, moved ahead by the clock document where the settings allow it. */
@Injectable()
export class BusinessClock implements Clock {
  private aheadMs = 0;

  constructor(
    private readonly settings: Settings,
    private readonly clocks: ClockStore,
  ) {}

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** Reads the clock document once. */
  async load(): Promise<void> {
    if (this.settings.movableClock) this.aheadMs = await this.clocks.aheadMs();
  }

  /** Follows the clock document. */
  notice({ collection, set }: Change): void {
    if (!this.settings.movableClock || collection !== COLLECTIONS.clock) return;
    if (set.aheadMs !== undefined) this.aheadMs = set.aheadMs;
  }
}
