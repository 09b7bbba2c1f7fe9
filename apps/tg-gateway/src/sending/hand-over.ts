import { Injectable, Logger } from '@nestjs/common';
import { MessageStore } from '@app/persistence/messages/message.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Attempt } from '@app/persistence/outbox/settle';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { ApiFailure } from '../api/api-failure';
import { TelegramApi } from '../api/telegram-api';
import { isRecord } from '../api/unknown-values';
import { toMessageId } from '../receiving/to-message-id';
import { toMigratedMessage } from '../receiving/to-migrated-message';
import { outcomeOfAnswer } from './outcome-of-answer';
import type { PreparedPart } from './part-preparer';
import { SendingPace } from './sending-pace';
import { toCall } from './to-call';

/** What became of a claimed letter when one of its messages was handed to Telegram. */
export type HandedOver =
  | { readonly type: 'sent'; readonly messageId: string }
  | { readonly type: 'moved'; readonly to: string }
  | { readonly type: 'failed'; readonly attempt: Attempt };

/** Hands messages to Telegram and says what came of it. */
@Injectable()
export class HandOver {
  private readonly logger = new Logger(HandOver.name);
  private isFailing = false;

  constructor(
    private readonly api: TelegramApi,
    private readonly pace: SendingPace,
    private readonly messages: MessageStore,
    private readonly clock: BusinessClock,
  ) {}

  async send(letter: OutboxMessage, part: PreparedPart): Promise<HandedOver> {
    const { method, parameters } = toCall(letter, part);
    try {
      const message = await this.api.call(method, parameters, { withinMs: part.type === 'text' ? TEXT_MS : UPLOAD_MS });
      this.note(null);
      return { type: 'sent', messageId: toMessageId(letter.to, idIn(message)) };
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      this.note(error);
      return this.failed(letter, error);
    }
  }

  private async failed(letter: OutboxMessage, { facts }: ApiFailure): Promise<HandedOver> {
    const verdict = outcomeOfAnswer(facts, triesOf(letter));
    switch (verdict.type) {
      case 'moved': {
        const message = toMigratedMessage(letter, verdict.to, this.api.botId, this.clock.now());
        await this.messages.store(message);
        return { type: 'moved', to: verdict.to };
      }
      case 'over':
        if (verdict.restMs > 0) await this.pace.rest(letter.to, verdict.restMs);
        return { type: 'failed', attempt: verdict.attempt };
      default:
        return verdict satisfies never;
    }
  }

  /** Says it once when Telegram is away, or does not know the bot any more, and once when that is over. */
  private note(failure: ApiFailure | null): void {
    const status = failure?.facts.status ?? null;
    const isAway = failure !== null && (status === null || status >= 500 || status === 401 || status === 404);
    if (isAway && !this.isFailing)
      this.logger.warn(`Nothing can be sent now, and what is due waits: ${failure.message}`);
    if (!isAway && this.isFailing) this.logger.log('Telegram takes messages again.');
    this.isFailing = isAway;
  }
}

/** Telegram took it, whatever it says of it. */
function idIn(message: unknown): number {
  const id = isRecord(message) ? message['message_id'] : undefined;
  return typeof id === 'number' ? id : 0;
}

function triesOf({ attempts }: OutboxMessage) {
  return { before: attempts.length, firstAt: attempts[0]?.at ?? null, now: new Date() };
}

const TEXT_MS = 60_000;
/** Well within the time that a claim holds. */
const UPLOAD_MS = 150_000;
