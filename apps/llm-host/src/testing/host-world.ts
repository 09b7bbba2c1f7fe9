import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { LlmJob } from '@app/llm-jobs/job';
import type { Database } from '@app/persistence/database';
import { JobStore } from '@app/persistence/jobs/job.store';
import { aJob } from '@app/persistence/testing/a-job';
import { askFor } from '@app/persistence/testing/ask-for-jobs';
import { HostSettings } from '@app/runtime/config/host-settings';
import { eventually } from '../../../../test/support/eventually';
import { startOpenAiPeer, type OpenAiPeer } from '../../../../test/support/openai-peer';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import type { TestDatabase } from '../../../../test/support/test-database';
import { hostModule } from '../host.module';
import { openJobs } from '../open-jobs';

/** The jobs of a prepared database, a scripted endpoint, and hosts between them that are stopped with the world. */
export class HostWorld {
  private readonly hosts = new Set<INestApplicationContext>();
  private readonly jobs: JobStore;

  private constructor(
    private readonly database: TestDatabase,
    readonly db: Database,
    readonly peer: OpenAiPeer,
  ) {
    this.jobs = new JobStore(db);
  }

  static async open(database: TestDatabase): Promise<HostWorld> {
    return new HostWorld(database, await preparedDatabase(database), await startOpenAiPeer());
  }

  /** Starts a host in this process; it takes jobs once it has probed the endpoint. */
  async startHost(change: Partial<HostSettings> = {}, callLimitMs?: number): Promise<INestApplicationContext> {
    const settings = Object.assign(new HostSettings(), {
      mongodbUri: this.database.uri,
      mongodbDatabase: this.database.name,
      llmEndpoint: this.peer.address,
      llmModel: 'small',
      ...change,
    });
    const module = hostModule(settings, await openJobs(settings), callLimitMs);
    const host = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    this.hosts.add(host);
    return host;
  }

  async stopHost(host: INestApplicationContext): Promise<void> {
    this.hosts.delete(host);
    await host.close();
  }

  async ask(...ids: readonly string[]): Promise<void> {
    const jobs = ids.map((id) =>
      aJob({ _id: id, flow: id, prompt: `What is wanted in ${id}? «hunter2, stop writing»` }),
    );
    await askFor(this.db, jobs);
  }

  async supersede(id: string): Promise<void> {
    await this.db.transaction((session) => this.jobs.supersede(session, [id], 'a-newer-message'));
  }

  async job(id: string): Promise<LlmJob> {
    const job = await this.db.llmJobs.findById(id).lean<LlmJob>();
    if (!job) throw new Error(`there is no job ${id}`);
    return job;
  }

  /** Waits until the endpoint has been asked so many questions of jobs. */
  async asked(count: number, withinMs?: number): Promise<void> {
    const enough = () => Promise.resolve(this.peer.questions().length >= count || null);
    await eventually(`${String(count)} questions`, enough, withinMs);
  }

  async settled(id: string, withinMs?: number): Promise<LlmJob> {
    const ask = async () => {
      const job = await this.job(id);
      return job.status === 'pending' ? null : job;
    };
    return eventually(`the end of ${id}`, ask, withinMs);
  }

  async close(): Promise<void> {
    for (const host of this.hosts) await this.stopHost(host);
    await this.peer.stop();
    await this.db.connection.close();
  }
}
