import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { Instance } from './instance.schema';

/** An instance whose last heartbeat is older than this is dead. */
export const DEAD_AFTER_MS = 15_000;

const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;

/** Who is running. Times are the server's. */
@Injectable()
export class InstanceStore {
  constructor(private readonly db: Database) {}

  async beat(instance: Pick<Instance, '_id' | 'service' | 'host' | 'pid' | 'sweepFinds'>): Promise<void> {
    const { _id, ...rest } = instance;
    await this.db.instances.updateOne(
      { _id },
      [{ $set: { ...rest, heartbeatAt: '$$NOW', startedAt: { $ifNull: ['$startedAt', '$$NOW'] } } }],
      { upsert: true, updatePipeline: true, writeConcern: { w: 1 } },
    );
  }

  /** Forgets instances that died long ago without a word. */
  async forgetDead(): Promise<void> {
    const longDead = { $expr: { $lt: ['$heartbeatAt', { $subtract: ['$$NOW', FORGOTTEN_AFTER_MS] }] } };
    await this.db.instances.deleteMany(longDead);
  }

  async leave(id: string): Promise<void> {
    await this.db.instances.deleteOne({ _id: id });
  }

  /** Ids of the instances of a service that are alive. */
  async alive(service: string): Promise<string[]> {
    const recent = { $expr: { $gte: ['$heartbeatAt', { $subtract: ['$$NOW', DEAD_AFTER_MS] }] } };
    const instances = await this.db.instances.find({ service, ...recent }, { _id: 1 }).lean();
    return instances.map(({ _id }) => _id).sort();
  }

  async all(): Promise<Instance[]> {
    return this.db.instances.find().sort({ startedAt: 1 }).lean<Instance[]>();
  }
}
