import { Injectable } from '@nestjs/common';
import { UUID } from 'mongodb';
import { Database } from '../database';
import type { Instance } from './instance.schema';

/** An instance whose last heartbeat is older than this is dead. */
export const DEAD_AFTER_MS = 15_000;

/** Who is running. Times are the server's. */
@Injectable()
export class InstanceStore {
  constructor(private readonly db: Database) {}

  async beat(instance: Pick<Instance, '_id' | 'service' | 'host' | 'pid' | 'sweepFinds'>): Promise<void> {
    const { _id, ...rest } = instance;
    await this.db.native(this.db.instances).updateOne(
      { _id },
      [
        {
          $set: {
            ...rest,
            sessions: this.db.sessionIds,
            heartbeatAt: '$$NOW',
            startedAt: { $ifNull: ['$startedAt', '$$NOW'] },
          },
        },
      ],
      { upsert: true, writeConcern: { w: 1 } },
    );
  }

  /** From now on each session of this process is known under its instance before a transaction runs in it. */
  trackSessions(id: string): void {
    this.db.onSession = async (session) => {
      await this.db.instances.updateOne({ _id: id }, { $addToSet: { sessions: session } });
    };
  }

  /** The instances of a service that show no heartbeat any more. */
  async dead(service: string): Promise<Instance[]> {
    const old = { $expr: { $lt: ['$heartbeatAt', { $subtract: ['$$NOW', DEAD_AFTER_MS] }] } };
    return this.db.instances.find({ service, ...old }).lean<Instance[]>();
  }

  /** The instances of a service that count as running on this host. */
  async onHost(service: string, host: string): Promise<Instance[]> {
    return this.db.instances.find({ service, host }).lean<Instance[]>();
  }

  /**
   * Forgets a dead instance and ends the transactions it left open: until the server gives them up by itself, after a
   * minute, nobody else could write what they had written. Any number of others may do so.
   */
  async bury(id: string): Promise<void> {
    const instance = await this.db.instances.findById(id).lean<Instance>();
    if (!instance) return;
    const sessions = instance.sessions.map((hex) => ({ id: new UUID(hex) }));
    if (sessions.length > 0) await this.db.driver.command({ killSessions: sessions });
    await this.leave(id);
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
}
