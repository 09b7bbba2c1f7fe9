import type { ImapFlow } from 'imapflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { hearNews } from './hear-news';

const IDLE_REFUSED_MS = 1_000;
/** A server says nothing to who has the folder open that another client renames or makes anew. */
const OPEN_AT_MOST_MS = 30_000;

/**
 * Opens a folder read-only (EXAMINE): no flag ever changes. Reads what is new in it, and again each time its server
 * says that more came; opens it anew every 30 s. Returns when `readNew` says that the folder is another instance's by
 * now; throws when the connection ends or the folder is gone.
 */
export async function followFolder(
  client: ImapFlow,
  path: string,
  readNew: () => Promise<'read' | 'lost'>,
): Promise<void> {
  for (;;) {
    await client.mailboxOpen(path, { readOnly: true });
    const openAnew = AbortSignal.timeout(OPEN_AT_MOST_MS);
    while (!openAnew.aborted) {
      const listening = new AbortController();
      // What arrives while we read is news too.
      const news = hearNews(client, AbortSignal.any([listening.signal, openAnew]));
      if ((await readNew()) === 'lost') return;
      // IDLE ends by itself where the server refuses it; then we come back after a while.
      await Promise.race([news, client.idle().then(() => sleep(IDLE_REFUSED_MS))]);
      listening.abort();
    }
  }
}
