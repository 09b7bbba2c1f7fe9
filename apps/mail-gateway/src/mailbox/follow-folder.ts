import type { ImapFlow } from 'imapflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { hearNews } from './hear-news';

const IDLE_REFUSED_MS = 1_000;

/**
 * Opens a folder read-only (EXAMINE): no flag ever changes. Reads what is new in it, and again each time its server
 * says that more came. Returns when `readNew` says that the folder is another instance's by now; throws when the
 * connection ends.
 */
export async function followFolder(
  client: ImapFlow,
  path: string,
  readNew: () => Promise<'read' | 'lost'>,
): Promise<void> {
  await client.mailboxOpen(path, { readOnly: true });
  for (;;) {
    const listening = new AbortController();
    // What arrives while we read is news too.
    const news = hearNews(client, listening.signal);
    if ((await readNew()) === 'lost') return;
    // IDLE ends by itself where the server refuses it; then we come back after a while.
    await Promise.race([news, client.idle().then(() => sleep(IDLE_REFUSED_MS))]);
    listening.abort();
  }
}
