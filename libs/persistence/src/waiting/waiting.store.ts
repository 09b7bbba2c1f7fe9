import { Injectable } from '@nestjs/common';
import type { Document } from 'mongodb';
import { COLLECTIONS } from '../collections';
import { Database } from '../database';
import type { Instance } from '../instances/instance.schema';
import {
  KEEPS_FAILING,
  LEAVING,
  QUARANTINED,
  QUEUES,
  unmatchedSince,
  WITH_A_PERSON,
  writtenSince,
  type Clocks,
  type FailingQuery,
  type QueueName,
  type QueueQuery,
} from './waiting.queries';

export interface WaitingQueue {
  readonly name: QueueName;
  readonly waiting: number;
  /** How long the oldest has waited, by the clock it waits by; 0 when nothing waits. */
  readonly ageMs: number;
}

/** The letters of one account, and what became of those of the last 24 hours of business time. */
export interface AccountTraffic {
  readonly channel: string;
  readonly accountId: string;
  /** May leave by now. */
  readonly due: number;
  readonly dueForMs: number;
  /** Wait for their window, their quota or another try. */
  readonly later: number;
  readonly lastDay: Readonly<Record<'sent' | 'rejected' | 'uncertain' | 'withheld', number>>;
}

export interface Attention {
  readonly withAPerson: number;
  /** Conversations. */
  readonly quarantined: number;
  /** Some of what else keeps failing, and why. */
  readonly failing: readonly Failing[];
  /** In the last 24 hours of business time. */
  readonly unmatched: number;
}

export interface Failing extends Pick<FailingQuery, 'what'> {
  readonly id: string;
  readonly because: string;
}

export type RunningInstance = Pick<Instance, '_id' | 'service' | 'host' | 'startedAt' | 'sweepFinds'> & {
  readonly heartbeatAgeMs: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of each kind: enough to see what is wrong. */
const MOST_FAILING = 10;

/** What waits, for how long, and what failed: read only when somebody asks. */
@Injectable()
export class WaitingStore {
  constructor(private readonly db: Database) {}

  async queues(business: Date): Promise<WaitingQueue[]> {
    const now = { business, server: await this.serverTime() };
    return Promise.all(QUEUES.map((query) => this.look(query, now)));
  }

  async traffic(business: Date): Promise<AccountTraffic[]> {
    const now = { business, server: await this.serverTime() };
    const dayAgo = new Date(business.getTime() - DAY_MS);
    const [leaving, settled] = await Promise.all([
      this.outbox<Leaving>(LEAVING, leavingPipeline(now)),
      this.outbox<Settled>(writtenSince(dayAgo), SETTLED_PIPELINE),
    ]);
    const ids = new Map([...leaving, ...settled].map(({ _id }) => [keyOf(_id), _id]));
    return [...ids].map(([key, { channel, accountId }]) => {
      const waits = leaving.find(({ _id }) => keyOf(_id) === key);
      const outcomes = settled.filter(({ _id }) => keyOf(_id) === key);
      const count = (outcome: string): number => outcomes.find(({ _id }) => _id.outcome === outcome)?.count ?? 0;
      return {
        channel,
        accountId,
        due: waits?.due ?? 0,
        dueForMs: agedBy(waits?.oldest ?? null, business),
        later: waits?.later ?? 0,
        lastDay: {
          sent: count('sent'),
          rejected: count('rejected'),
          uncertain: count('uncertain'),
          withheld: count('withheld'),
        },
      };
    });
  }

  async attention(business: Date): Promise<Attention> {
    const { conversations, messages } = this.db;
    const [withAPerson, quarantined, unmatched, ...failing] = await Promise.all([
      this.db.native(conversations).countDocuments(WITH_A_PERSON),
      this.db.native(conversations).countDocuments(QUARANTINED),
      this.db.native(messages).countDocuments(unmatchedSince(new Date(business.getTime() - DAY_MS))),
      ...KEEPS_FAILING.map((query) => this.failing(query)),
    ]);
    return { withAPerson, quarantined, unmatched, failing: failing.flat() };
  }

  /** Every process that shows a heartbeat, or showed one when it died. */
  async instances(): Promise<RunningInstance[]> {
    const age = { $subtract: ['$$NOW', '$heartbeatAt'] };
    const shown = { service: 1, host: 1, startedAt: 1, sweepFinds: 1, heartbeatAgeMs: age };
    return this.db
      .native(this.db.instances)
      .aggregate<RunningInstance>([{ $project: shown }, { $sort: { service: 1, startedAt: 1 } }])
      .toArray();
  }

  private async failing({ what, collection, filter }: FailingQuery): Promise<Failing[]> {
    const found = this.db.driver.collection<{ readonly _id: string; readonly quarantined: string }>(collection);
    const few = await found
      .find(filter, { projection: { quarantined: 1 } })
      .limit(MOST_FAILING)
      .toArray();
    return few.map(({ _id: id, quarantined: because }) => ({ what, id, because }));
  }

  private async look({ name, collection, filter, since, clock }: QueueQuery, now: Clocks): Promise<WaitingQueue> {
    const [found] = await this.db.driver
      .collection(collection)
      .aggregate<{ waiting: number; oldest: Date | null }>([
        { $match: filter(now) },
        { $group: { _id: null, waiting: { $sum: 1 }, oldest: { $min: `$${since}` } } },
      ])
      .toArray();
    return { name, waiting: found?.waiting ?? 0, ageMs: agedBy(found?.oldest ?? null, now[clock]) };
  }

  private outbox<T extends Document>(filter: Document, pipeline: readonly Document[]): Promise<T[]> {
    return this.db.driver
      .collection(COLLECTIONS.outbox)
      .aggregate<T>([{ $match: filter }, ...pipeline])
      .toArray();
  }

  private async serverTime(): Promise<Date> {
    const hello = await this.db.driver.command({ hello: 1 });
    return hello['localTime'] as Date;
  }
}

interface OfAccount {
  readonly channel: string;
  readonly accountId: string;
}

interface Leaving {
  readonly _id: OfAccount;
  readonly due: number;
  readonly later: number;
  readonly oldest: Date | null;
}

interface Settled {
  readonly _id: OfAccount & { readonly outcome: string };
  readonly count: number;
}

function leavingPipeline({ business, server }: Clocks): Document[] {
  const isDue = { $and: [{ $lte: ['$leavesFrom', business] }, { $lte: ['$notBefore', server] }] };
  return [
    {
      $group: {
        _id: { channel: '$channel', accountId: '$accountId' },
        due: { $sum: { $cond: [isDue, 1, 0] } },
        later: { $sum: { $cond: [isDue, 0, 1] } },
        oldest: { $min: { $cond: [isDue, '$leavesFrom', null] } },
      },
    },
  ];
}

const SETTLED_PIPELINE: readonly Document[] = [
  { $match: { status: 'settled' } },
  { $group: { _id: { channel: '$channel', accountId: '$accountId', outcome: '$outcome' }, count: { $sum: 1 } } },
];

function keyOf({ channel, accountId }: OfAccount): string {
  return `${channel}:${accountId}`;
}

/** Clocks of two machines differ by a little: nothing waits since the future. */
function agedBy(since: Date | null, now: Date): number {
  return since === null ? 0 : Math.max(0, now.getTime() - since.getTime());
}
