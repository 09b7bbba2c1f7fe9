import { COLLECTIONS } from '@app/persistence/collections';
import { CompanyStore } from '@app/persistence/companies/company.store';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import { accountsToRead } from '@app/persistence/recover/hold-accounts';
import type { OpenInstallation } from '../installation/open-installation';

/** What gateways and brains have still to do before letters may leave again. */
export interface Left {
  /** The addresses of the accounts whose mail since the backup is not read. */
  readonly unread: readonly string[];
  /** How many conversations, messages, commands and companies to be stopped wait for a brain. */
  readonly waiting: number;
}

type Parts = Pick<OpenInstallation, 'db' | 'clock' | 'settings' | 'conversations' | 'messages' | 'commands'>;

const LOOK_AFTER_MS = 200;

/** Waits until nothing is left, or until nothing got less for `patienceMs`; what is left then. */
export async function awaitRecovered(installation: Parts, patienceMs: number): Promise<Left> {
  const { db, settings } = installation;
  const enough = new AbortController();
  const patience = setTimeout(() => enough.abort(), patienceMs);
  let left: Left = { unread: [], waiting: Infinity };
  let soon: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const before = left;
    left = await whatIsLeft(installation);
    if (left.unread.length < before.unread.length || left.waiting < before.waiting) patience.refresh();
    if (left.unread.length === 0 && left.waiting === 0) enough.abort();
  };
  const follower = {
    drain: look,
    election: () => db.election(),
    wake: () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        // What breaks a look breaks the feed too, which then starts with a drain.
        void look().catch(() => undefined);
      }, LOOK_AFTER_MS);
    },
  };
  const feed = new ChangeFeed(settings.mongodbUri, settings.mongodbDatabase, { by: 'database', collections: WATCHED });
  await feed.follow(follower, enough.signal);
  clearTimeout(patience);
  clearTimeout(soon);
  return left;
}

const WATCHED = [
  COLLECTIONS.mailAccounts,
  COLLECTIONS.messages,
  COLLECTIONS.outbox,
  COLLECTIONS.commands,
  COLLECTIONS.companies,
  COLLECTIONS.conversations,
  COLLECTIONS.timers,
];

async function whatIsLeft({ db, clock, conversations, messages, commands }: Parts): Promise<Left> {
  const companies = new CompanyStore(db);
  const waiting = [conversations.waiting(clock.now()), messages.notFiled(), companies.stopping(), commands.notTaken()];
  const counts = await Promise.all(waiting.map(countOf));
  return { unread: await accountsToRead(db), waiting: counts.reduce((one, other) => one + other, 0) };
}

async function countOf(ids: AsyncIterable<string>): Promise<number> {
  let count = 0;
  for await (const _ of ids) count += 1;
  return count;
}
