import { Injectable } from '@nestjs/common';
import type { Change } from '@app/persistence/feed/change';
import { COLLECTIONS } from '@app/persistence/collections';
import type { UnfiledMessage } from '@app/persistence/messages/filing';
import type { Wake } from '@app/runtime/work/reactor';

/** Fewer than messages are filed at the same time: turns that hang must not hold up the filing of other messages. */
export const MOST_OFFERED = 160;

/**
 * Lets the turn that takes a message file it, in the turn's own commit: one wait less for the contact. Whoever offers a
 * message has it in hand until the answer, and files it when that is no.
 */
@Injectable()
export class FilingByTurn {
  private readonly offers = new Map<string, Offer>();
  private readonly inWork = new Set<string>();

  /** Whether a turn has filed the message. No at once when none can begin at once. */
  async offer(message: UnfiledMessage, wake: Wake): Promise<boolean> {
    const { conversationId } = message.filing;
    const isBusy = this.inWork.has(conversationId) || this.offers.has(conversationId);
    if (isBusy || this.offers.size >= MOST_OFFERED) return false;
    const isFiled = new Promise<boolean>((answer) => this.offers.set(conversationId, { message, answer }));
    wake(filed(message));
    if (!this.inWork.has(conversationId)) this.answer(conversationId, false);
    return isFiled;
  }

  /** A conversation is looked at from now on; gives the message it may file. */
  begin(conversationId: string): UnfiledMessage | null {
    this.inWork.add(conversationId);
    return this.offers.get(conversationId)?.message ?? null;
  }

  /** The commit that files the message stands. */
  filed(conversationId: string): void {
    this.answer(conversationId, true);
  }

  /** The conversation is no longer looked at: what it has not filed it leaves. */
  end(conversationId: string): void {
    this.inWork.delete(conversationId);
    this.answer(conversationId, false);
  }

  private answer(conversationId: string, isFiled: boolean): void {
    this.offers.get(conversationId)?.answer(isFiled);
    this.offers.delete(conversationId);
  }
}

interface Offer {
  readonly message: UnfiledMessage;
  readonly answer: (isFiled: boolean) => void;
}

function filed({ id, filing }: UnfiledMessage): Change {
  return { collection: COLLECTIONS.messages, operation: 'update', id, set: { unhandledFor: filing.conversationId } };
}
