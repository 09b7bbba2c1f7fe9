import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadingAnswer, ReadingTask } from './reading-thread';
import type { ReaderName } from './readers';

export type TimedReading = ReadingAnswer | { readonly type: 'too-slow' };

/** One reader in a thread, which is given up and started anew when a mail takes it too long. */
export class ThreadedReader {
  private thread: Worker | undefined;

  constructor(private readonly name: ReaderName) {}

  async read(task: ReadingTask): Promise<TimedReading> {
    const thread = (this.thread ??= new Worker(process.argv[1] ?? '', { workerData: this.name }));
    const answered = once(thread, 'message') as Promise<[ReadingAnswer]>;
    thread.postMessage(task);
    const deadline = new AbortController();
    const expired = new Promise<'expired'>((resolve) => {
      const timer = setTimeout(resolve, LONGEST, 'expired' as const);
      deadline.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    const first = await Promise.race([answered, expired]);
    deadline.abort();
    if (first !== 'expired') return first[0];
    await this.stop();
    return { type: 'too-slow' };
  }

  async stop(): Promise<void> {
    await this.thread?.terminate();
    this.thread = undefined;
  }
}

/** No person waits longer for one mail. */
const LONGEST = 10_000;
