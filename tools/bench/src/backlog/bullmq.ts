/** What is used of BullMQ, whose types are not installed with the project. */
export interface Bullmq {
  readonly Queue: new (name: string, options: { readonly connection: RedisAddress }) => BullmqQueue;
  readonly Worker: new (
    name: string,
    handle: (job: { readonly data: InboundJob }) => Promise<void>,
    options: { readonly connection: RedisAddress; readonly concurrency: number },
  ) => BullmqWorker;
}

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

export interface BullmqQueue {
  addBulk(
    jobs: readonly { readonly name: string; readonly data: object; readonly opts: JobOptions }[],
  ): Promise<unknown>;
  getWaitingCount(): Promise<number>;
  close(): Promise<void>;
}

export interface BullmqWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): void;
}

interface JobOptions {
  /** A job of an id that stands already is not added again. */
  readonly jobId?: string;
  readonly attempts?: number;
  readonly backoff?: { readonly type: 'exponential'; readonly delay: number };
  readonly removeOnComplete?: boolean;
}

/** A message to take up. */
export interface InboundJob {
  readonly messageId: string;
}

/** The queues of the pipeline: a gateway fills the first, and the second is a gateway's. */
export const INBOUND = 'inbound';
export const OUTBOUND = 'outbound';
