import { Injectable } from '@nestjs/common';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { toUnsubscribeMessage } from './to-unsubscribe-message';
import { messageIdIn } from './unsubscribe-link';

/** Knows the letters that links name, and stores that somebody unsubscribed by one. What follows is the brain's. */
@Injectable()
export class UnsubscribeIntake {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly messages: MessageStore,
    private readonly suppressions: SuppressionStore,
    private readonly clock: BusinessClock,
  ) {}

  async knows(token: string): Promise<boolean> {
    return (await this.outbox.byMessageId(messageIdIn(token))) !== null;
  }

  /** Stored durably when this is true; false when no letter has such a link. A repeat is stored once. */
  async take(token: string): Promise<boolean> {
    const letter = await this.outbox.byMessageId(messageIdIn(token));
    if (letter === null) return false;
    const { history } = await this.suppressions.check(letter.to);
    const lifts = history.filter(({ type }) => type === 'lifted').length;
    await this.messages.store(toUnsubscribeMessage({ letter, lifts, at: this.clock.now() }));
    return true;
  }
}
