import { setTimeout as pause } from 'node:timers/promises';
import {
  startService,
  type Environment,
  type RunningService,
  type ServiceName,
} from '@app/peers/installation/built-services';
import type { Random } from './random';

/** Two instances of every service, which are killed and started again. */
export class Crew {
  kills = 0;
  private readonly members: Member[];

  private constructor(
    services: readonly { readonly name: ServiceName; readonly service: RunningService }[],
    private readonly env: Environment,
  ) {
    this.members = services.map(({ name, service }) => ({ name, running: Promise.resolve(service) }));
  }

  static async start(env: Environment): Promise<Crew> {
    const names: readonly ServiceName[] = ['sales-brain', 'sales-brain', 'mail-gateway', 'mail-gateway'];
    const services = await Promise.all(names.map(async (name) => ({ name, service: await startService(name, env) })));
    return new Crew(services, env);
  }

  /** Of each service kills a random instance with SIGKILL and starts it again, over and over, until `enough` says so. */
  async harass(random: Random, everyMs: Pause, enough: AbortSignal): Promise<void> {
    const services = [...new Set(this.members.map(({ name }) => name))];
    await Promise.all(services.map((name) => this.harassOne(name, random, everyMs, enough)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map(async ({ running }) => (await running).stop()));
  }

  private async harassOne(
    name: ServiceName,
    random: Random,
    { least, most }: Pause,
    enough: AbortSignal,
  ): Promise<void> {
    const instances = this.members.filter((member) => member.name === name);
    for (;;) {
      await pause(random.between(least, most));
      if (enough.aborted) return;
      const member = instances[Math.floor(random.next() * instances.length)];
      if (member) await this.replace(member);
    }
  }

  private async replace(member: Member): Promise<void> {
    const service = await member.running;
    await service.kill();
    this.kills += 1;
    member.running = startService(member.name, this.env);
    await member.running;
  }
}

/** Milliseconds between two kills. */
interface Pause {
  readonly least: number;
  readonly most: number;
}

interface Member {
  readonly name: ServiceName;
  running: Promise<RunningService>;
}
