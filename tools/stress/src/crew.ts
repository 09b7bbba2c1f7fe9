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

  /** Kills a random one with SIGKILL and starts it again, over and over, until `enough` says so. */
  async harass(random: Random, everyMs: { readonly least: number; readonly most: number }, enough: AbortSignal) {
    for (;;) {
      await pause(random.between(everyMs.least, everyMs.most));
      if (enough.aborted) return;
      const member = this.members[Math.floor(random.next() * this.members.length)];
      if (member) await this.replace(member);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map(async ({ running }) => (await running).stop()));
  }

  private async replace(member: Member): Promise<void> {
    const service = await member.running;
    await service.kill();
    this.kills += 1;
    member.running = startService(member.name, this.env);
    await member.running;
  }
}

interface Member {
  readonly name: ServiceName;
  running: Promise<RunningService>;
}
