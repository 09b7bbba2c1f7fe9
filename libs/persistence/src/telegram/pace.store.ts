import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { HeldBy, Pace } from './pace.schema';

/** A turn that begins in so many milliseconds; or why there is none, and when one may be asked for again. */
export interface Turn {
  readonly heldBy: HeldBy | null;
  readonly inMs: number;
}

/** How fast messages may follow one another, in ms, and how far ahead a turn is given out. */
export interface Limits {
  readonly everyMs: number;
  readonly everyOfChatMs: number;
  readonly withinMs: number;
}

/** Hands out a bot's moments to send at, one after another, to all instances together; by the server's clock. */
@Injectable()
export class PaceStore {
  constructor(private readonly db: Database) {}

  /** Takes the next turn, unless it is too far away, or the chat's own is later. */
  async take(bot: string, chat: string, { everyMs, everyOfChatMs, withinMs }: Limits): Promise<Turn> {
    const isTooFar = { $gt: [{ $subtract: ['$startAt', '$askedAt'] }, withinMs] };
    const branches = [
      { case: { $gt: ['$startAt', '$free'] }, then: 'chat' },
      { case: isTooFar, then: 'all' },
    ];
    const isTaken = { $eq: ['$heldBy', null] };
    const taken = { id: { $literal: chat }, nextAt: { $add: ['$startAt', everyOfChatMs] } };
    const pace = await this.change(bot, [
      ...ASKED,
      { $set: { free: '$startAt', startAt: { $max: ['$startAt', nextOf(chat)] } } },
      { $set: { heldBy: { $switch: { branches, default: null } } } },
      {
        $set: {
          nextAt: { $cond: [isTaken, { $add: ['$startAt', everyMs] }, '$free'] },
          chats: { $cond: [isTaken, { $concatArrays: [others(chat), [taken]] }, '$chats'] },
        },
      },
      { $unset: 'free' },
    ]);
    return { heldBy: pace.heldBy, inMs: pace.startAt.getTime() - pace.askedAt.getTime() };
  }

  /** Lets nothing begin for so long, or nothing to a chat: the other side said so. */
  async rest(bot: string, chat: string | null, forMs: number): Promise<void> {
    const until = { $add: ['$$NOW', forMs] };
    const rested =
      chat === null
        ? { nextAt: { $max: ['$startAt', until] } }
        : {
            nextAt: '$startAt',
            chats: {
              $concatArrays: [others(chat), [{ id: { $literal: chat }, nextAt: { $max: [nextOf(chat), until] } }]],
            },
          };
    await this.change(bot, [...ASKED, { $set: rested }]);
  }

  private async change(id: string, pipeline: object[]): Promise<Pace> {
    try {
      return await this.tryToChange(id, pipeline);
    } catch (error) {
      // Somebody else began it at the same instant; now it stands.
      if (isDuplicateKey(error)) return this.tryToChange(id, pipeline);
      throw error;
    }
  }

  private async tryToChange(id: string, pipeline: object[]): Promise<Pace> {
    // Should a new primary not know of it, a message is refused for being early and leaves a second later.
    const options = { upsert: true, returnDocument: 'after', writeConcern: { w: 1 } } as const;
    const pace = await this.db.native(this.db.telegramPaces).findOneAndUpdate({ _id: id }, pipeline, options);
    if (!pace) throw new Error('an upsert answers with what it made');
    return pace;
  }
}

const ASKED = [
  {
    $set: {
      askedAt: '$$NOW',
      startAt: { $max: ['$nextAt', '$$NOW'] },
      chats: { $filter: { input: { $ifNull: ['$chats', []] }, cond: { $gt: ['$$this.nextAt', '$$NOW'] } } },
    },
  },
];

function others(chat: string): object {
  return { $filter: { input: '$chats', cond: { $ne: ['$$this.id', { $literal: chat }] } } };
}

/** Null, which is before everything, for a chat that need not wait. */
function nextOf(chat: string): object {
  const own = { $filter: { input: '$chats', cond: { $eq: ['$$this.id', { $literal: chat }] } } };
  return { $max: { $map: { input: own, in: '$$this.nextAt' } } };
}
