import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Change } from '@app/persistence/feed/change';
import { COLLECTIONS } from '@app/persistence/collections';
import { DEAD_AFTER_MS, InstanceStore } from '@app/persistence/instances/instance.store';
import type { Instance } from '@app/persistence/instances/instance.schema';
import { ownerOf } from '../work/rendezvous';
import { Identity } from './identity';

const HEARTBEAT_MS = 5_000;

/** The instances of this service that are alive: learned from their heartbeats in the feed, forgotten without them. */
@Injectable()
export class Membership implements OnApplicationShutdown {
  /** Unleased work that the safety sweeps of this process found. */
  sweepFinds = 0;
  private readonly others = new Map<string, NodeJS.Timeout>();
  /** Instances of other services, so that their heartbeats cost no look-up. */
  private readonly strangers = new Set<string>();
  private onDeath: () => void = () => undefined;
  private left = false;

  constructor(
    private readonly identity: Identity,
    private readonly instances: InstanceStore,
  ) {}

  /** Announces this process, and calls `onDeath` whenever another one stops showing a heartbeat. */
  async join(onDeath: () => void): Promise<void> {
    this.onDeath = onDeath;
    await this.beat();
    this.instances.trackSessions(this.identity.id);
    await this.buryTheDead();
    await this.refresh();
  }

  alive(): string[] {
    return [this.identity.id, ...this.others.keys()].sort();
  }

  isOwn(key: string): boolean {
    return this.others.size === 0 || ownerOf(key, this.alive()) === this.identity.id;
  }

  /** A heartbeat, a new instance or one that left. */
  notice(change: Change): void {
    if (change.collection !== COLLECTIONS.instances || change.id === this.identity.id) return;
    if (change.operation === 'delete') this.forget(change.id);
    else if (this.others.has(change.id)) this.remember(change.id);
    else if (!this.strangers.has(change.id)) {
      this.strangers.add(change.id);
      // Should the look-up fail, the next heartbeat asks again.
      this.refresh().catch(() => this.strangers.delete(change.id));
    }
  }

  @Interval(HEARTBEAT_MS)
  async beat(): Promise<void> {
    if (this.left) return;
    const { id, service, host, pid } = this.identity;
    // A heartbeat that cannot be written is missed by the others, and that is what it is for.
    await this.instances.beat({ _id: id, service, host, pid, sweepFinds: this.sweepFinds }).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.left = true;
    for (const timeout of this.others.values()) clearTimeout(timeout);
    this.others.clear();
    await this.instances.leave(this.identity.id).catch(() => undefined);
  }

  /** Whoever died before we came, the last run on this host above all, holds nothing up any longer. */
  private async buryTheDead(): Promise<void> {
    const { id, service, host } = this.identity;
    const here = (await this.instances.onHost(service, host)).filter((other) => other._id !== id && !isRunning(other));
    for (const dead of [...here, ...(await this.instances.dead(service))]) await this.instances.bury(dead._id);
  }

  private async refresh(): Promise<void> {
    for (const id of await this.instances.alive(this.identity.service)) {
      this.strangers.delete(id);
      if (id !== this.identity.id) this.remember(id);
    }
  }

  private remember(id: string): void {
    clearTimeout(this.others.get(id));
    this.others.set(
      id,
      setTimeout(() => {
        void this.pronounceDead(id);
      }, DEAD_AFTER_MS),
    );
  }

  private async pronounceDead(id: string): Promise<void> {
    // What it left open is given up by the server after a minute at the latest.
    await this.instances.bury(id).catch(() => undefined);
    this.forget(id);
  }

  private forget(id: string): void {
    clearTimeout(this.others.get(id));
    this.strangers.delete(id);
    if (this.others.delete(id)) this.onDeath();
  }
}

/** Whether a process of this host is there. In a container every run has the same number: then the start tells. */
function isRunning({ pid, startedAt }: Instance): boolean {
  if (pid === process.pid) return startedAt.getTime() >= performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
