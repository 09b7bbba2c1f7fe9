import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChatClient } from '@app/runtime/model/chat.client';
import type { Away } from '@app/runtime/model/completion';
import { probe, type Probed } from './probe';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Whether the endpoint can be used now; said once each time that changes, or its reason does. */
@Injectable()
export class Endpoint implements OnApplicationShutdown {
  private readonly logger = new Logger(Endpoint.name);
  private readonly stopping = new AbortController();
  private usable = false;
  private saidBecause = '';
  /** Since the last answer to a job: a probe that passes does not yet prove that jobs are answered. */
  private failures = 0;
  private leaveAloneMs = 0;
  private proving: Promise<void> | undefined;
  private probing: Promise<Probed> | undefined;

  constructor(readonly client: ChatClient) {}

  get isUsable(): boolean {
    return this.usable;
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Probes, ever more rarely, until the endpoint can be used or this host stops. Who asks meanwhile waits for the same. */
  untilUsable(): Promise<void> {
    this.proving ??= this.prove().finally(() => (this.proving = undefined));
    return this.proving;
  }

  /** Ends every probe. */
  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** It answered a job. */
  answered(): void {
    this.failures = 0;
  }

  /** It could not be used: it has to prove itself again. */
  lost({ because, retryAfterMs }: Away): void {
    this.usable = false;
    this.failures += 1;
    this.leaveAloneMs = retryAfterMs ?? 0;
    if (this.saidBecause === because || this.isStopping) return;
    this.saidBecause = because;
    this.logger.warn(`No jobs are taken: ${because}.`);
  }

  /** Whether it still answers as it should; several who doubt at once share one probe. */
  async stillWorks(): Promise<boolean> {
    this.probing ??= this.probe().finally(() => (this.probing = undefined));
    return (await this.probing).type === 'enforces-schemas';
  }

  private async probe(): Promise<Probed> {
    const probed = await probe(this.client, this.stopping.signal);
    if (probed.type === 'away') this.lost(probed);
    return probed;
  }

  private async prove(): Promise<void> {
    while (!this.isStopping && !this.usable) {
      await sleep(this.pauseMs(), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (!(await this.stillWorks())) continue;
      this.usable = true;
      this.saidBecause = '';
      this.logger.log('The endpoint holds its model to JSON Schemas: jobs are taken.');
    }
  }

  private pauseMs(): number {
    const own = this.failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (this.failures - 1), LONGEST_PAUSE_MS);
    return Math.max(own, this.leaveAloneMs);
  }
}
