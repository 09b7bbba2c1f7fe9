import { once } from 'node:events';
import type { ImapFlow } from 'imapflow';

/** Resolves when the server says that mail came, when the connection ends, or when the signal aborts. */
export async function hearNews(client: ImapFlow, signal: AbortSignal): Promise<void> {
  await Promise.race([once(client, 'exists', { signal }), once(client, 'close', { signal })]).catch(() => undefined);
}
