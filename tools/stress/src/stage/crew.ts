import { setTimeout as pause } from 'node:timers/promises';
import {
  startService,
  type RunningService,
  type ServiceName,
  type TelegramEnvironment,
} from '@app/peers/installation/built-services';
import { withinTime } from '@app/peers/system/within-time';
import type { Random } from '../random';

/** Two instances of every service, started again whenever one ends, as a container engine does it. */
export class Crew {
  /** Services that ended though nobody had asked them to. */
  readonly crashed: string[] = [];
  private readonly members: Member[];
  private isOver = false;

  private constructor(private readonly env: TelegramEnvironment) {
    this.members = SERVICES.flatMap((name) => [name, name]).map((name) => ({ name, service: null, starting: null }));
  }

  static async start(env: TelegramEnvironment): Promise<Crew> {
    const crew = new Crew(env);
    try {
      await crew.complete();
      return crew;
    } catch (error) {
      await crew.stop();
      throw error;
    }
  }

  /** Kills one instance with SIGKILL, waiting for one if none runs, and lets it start again a moment later; its process id. */
  async kill(name: ServiceName, random: Random): Promise<number> {
    const ofService = this.members.filter((member) => member.name === name);
    let victim: Running | undefined;
    while (!(victim = random.oneOf(ofService.filter(isRunning)))) await pause(LOOK_AGAIN_MS);
    const { service } = victim;
    this.begin(victim, random.between(0, LONGEST_AWAY_MS));
    await service.kill();
    return service.pid;
  }

  /** Resolves when every instance runs; throws when that takes too long. */
  async complete(): Promise<void> {
    for (const member of this.members) if (!isRunning(member)) this.begin(member, 0);
    await withinTime(COMPLETE_WITHIN_MS, 'starting every service', Promise.all(this.starting()));
  }

  pids(): number[] {
    return this.members.filter(isRunning).map(({ service }) => service.pid);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.starting());
    await Promise.all(this.members.filter(isRunning).map(({ service }) => service.stop()));
  }

  private starting(): Promise<void>[] {
    return this.members.flatMap(({ starting }) => starting ?? []);
  }

  /** From now on the member is starting, unless it is already. */
  private begin(member: Member, inMs: number): void {
    member.service = null;
    member.starting ??= this.startAfter(member, inMs).finally(() => (member.starting = null));
  }

  private async startAfter(member: Member, inMs: number): Promise<void> {
    await pause(inMs);
    while (member.service === null && !this.isOver) {
      // Without a primary none can start, and each says so by itself.
      const service = await startService(member.name, this.env).catch(() => null);
      member.service = service;
      void service?.ended.then(() => this.whenEnded(member, service));
    }
  }

  /** Who is killed is not in its place any more. */
  private whenEnded(member: Member, service: RunningService): void {
    if (this.isOver || member.service !== service) return;
    this.crashed.push(member.name);
    this.begin(member, 0);
  }
}

interface Member {
  readonly name: ServiceName;
  /** Null while it is starting. */
  service: RunningService | null;
  starting: Promise<void> | null;
}

interface Running extends Member {
  service: RunningService;
}

function isRunning(member: Member): member is Running {
  return member.service !== null;
}

const SERVICES: readonly ServiceName[] = ['sales-brain', 'mail-gateway', 'tg-gateway'];
const LOOK_AGAIN_MS = 100;
const LONGEST_AWAY_MS = 1_000;
const COMPLETE_WITHIN_MS = 300_000;
