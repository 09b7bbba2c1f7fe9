import { parentPort, workerData } from 'node:worker_threads';
import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import type { ReadWords } from './mail-reader';
import { READERS, type ReaderName } from './readers';

/** A mail for the thread, and what it answers. */
export interface ReadingTask {
  readonly raw: Uint8Array;
  readonly signature: SignaturePolicy;
}
export type ReadingAnswer =
  | { readonly type: 'read'; readonly words: ReadWords; readonly milliseconds: number }
  | { readonly type: 'failed'; readonly because: string };

/** Serves one reader in a thread of its own, whose name is the thread's data. */
export function serveReader(): void {
  const read = READERS[workerData as ReaderName];
  parentPort?.on('message', ({ raw, signature }: ReadingTask) => {
    const startedAt = performance.now();
    read(Buffer.from(raw), signature).then(
      ({ text, kind }) => answer({ type: 'read', words: { text, kind }, milliseconds: performance.now() - startedAt }),
      (error: unknown) => answer({ type: 'failed', because: String(error) }),
    );
  });
}

function answer(value: ReadingAnswer): void {
  parentPort?.postMessage(value);
}
