import { Injectable } from '@nestjs/common';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { Attempt } from '@app/persistence/outbox/settle';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { WITHHELD } from '@app/runtime/outbox/attempts';
import { Settlements } from '@app/runtime/outbox/settlements';
import { BusinessRights } from './business-rights';
import { HandOver } from './hand-over';
import type { PreparedPart } from './part-preparer';
import type { ChatTurn } from './sending-pace';

/** Claims a letter for one of its messages, hands that over and stores what came of it. */
@Injectable()
export class ClaimedMessage {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly rights: BusinessRights,
    private readonly handOver: HandOver,
    private readonly settlements: Settlements,
    private readonly clock: BusinessClock,
  ) {}

  /** What is left of the letter, leased again; null when it is settled, or not ours any more. */
  async send(letter: OutboxMessage, part: PreparedPart, turn: ChatTurn): Promise<OutboxMessage | null> {
    const refusal = await this.refusal(letter);
    const { claimed, withheld } = await this.outbox.claim([letter]);
    if (withheld.length > 0) return this.settle(letter, WITHHELD);
    const [ours] = claimed;
    if (!ours) return null;
    if (refusal !== null) return this.settle(ours, { ...REFUSED, said: refusal });
    const inMs = await turn.moment();
    // A stop may come meanwhile: it is claimed anew then.
    if (inMs > 0) return this.settle(ours, { ...NOT_BEGUN, retryInMs: inMs });
    return this.handOverOne(ours, part);
  }

  private async handOverOne(letter: OutboxMessage, part: PreparedPart): Promise<OutboxMessage | null> {
    const handedOver = await this.handOver.send(letter, part);
    switch (handedOver.type) {
      case 'failed':
        return this.settle(letter, handedOver.attempt);
      case 'moved':
        return this.outbox.noteProgress(letter, handedOver);
      case 'sent': {
        const { messageId } = handedOver;
        if (part.isLast) return this.settle(letter, SENT, messageId);
        return this.settlements.persist(() => this.outbox.noteProgress(letter, { type: 'part-sent', messageId }));
      }
      default:
        return handedOver satisfies never;
    }
  }

  private refusal({ chat }: OutboxMessage): Promise<string | null> {
    return chat?.businessConnectionId ? this.rights.refusal(chat.businessConnectionId) : Promise.resolve(null);
  }

  private async settle(letter: OutboxMessage, attempt: Attempt, sentAs?: string): Promise<null> {
    const settlement = { letter, attempt, now: this.clock.now() };
    await this.settlements.store(sentAs === undefined ? settlement : { ...settlement, sentAs });
    return null;
  }
}

const SENT: Attempt = {
  outcome: 'sent',
  code: 200,
  phase: 'content',
  said: 'Telegram took it',
  rejectedFor: null,
  retryInMs: 0,
};

/** Nothing has left. */
const NOT_BEGUN = {
  outcome: 'retry',
  code: null,
  phase: null,
  said: 'Telegram wants nothing more for a while',
  rejectedFor: null,
} as const;

/** A person may still answer there. */
const REFUSED = { outcome: 'rejected', code: null, phase: null, rejectedFor: 'content', retryInMs: 0 } as const;
