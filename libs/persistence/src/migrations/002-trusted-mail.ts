import { SETTING_DEFAULTS } from '@app/product/setting-defaults';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { complete, dropIndex } from './change-documents';
import type { Migration } from './migration';
import { moveConversations, type NewMemories } from './move-conversations';

/** What documents lacked before machines' mail was heeded, and accounts were checked and paused. */
export const TRUSTED_MAIL: Migration = { name: '002-trusted-mail', run };

const MACHINE_VERSION = 3;

const NEW_SETTINGS = ['followSubstitutes', 'answersPerHour', 'requiredChecks'];
const NEW_IN_MEMORY = { bounced: false, softBounces: [], answered: [], substitutes: [] };

async function run(db: Database): Promise<void> {
  await complete(db, COLLECTIONS.mailAccounts, 'checks', {
    oauth: null,
    fingerprints: [],
    dkimSelector: null,
    keepsSent: false,
    paused: null,
    checks: [],
  });
  await complete(db, COLLECTIONS.outbox, 'requiredChecks', {
    quote: null,
    requiredChecks: [],
    attempts: eachOf('attempts', { phase: null }),
  });
  await complete(db, COLLECTIONS.messages, 'facts', {
    facts: { type: 'none' },
    attachments: eachOf('attachments', { sha256: null }),
  });
  for (const name of NEW_SETTINGS) {
    const setting = `settings.${name}`;
    await complete(db, COLLECTIONS.products, setting, { [setting]: SETTING_DEFAULTS.get(name) });
  }
  await dropIndex(db, COLLECTIONS.outbox, 'leaving');
  await moveConversations(db, MACHINE_VERSION, (page, session) => newMemories(db, page, session));
}

function eachOf(list: string, fields: object): object {
  return { $map: { input: { $ifNull: [`$${list}`, []] }, as: 'one', in: { $mergeObjects: [fields, '$$one'] } } };
}

/** The timers a conversation had set are remembered from now on. */
async function newMemories(
  db: Database,
  page: Parameters<NewMemories>[0],
  session: Parameters<NewMemories>[1],
): ReturnType<NewMemories> {
  const ids = page.map(({ _id }) => _id);
  const set = await db
    .native(db.timers)
    .find({ conversationId: { $in: ids }, status: 'scheduled' }, { session })
    .sort({ dueAt: 1, _id: 1 })
    .toArray();
  return page.map(({ _id, memory }) => {
    const own = set.filter(({ conversationId }) => conversationId === _id);
    return { ...NEW_IN_MEMORY, ...memory, timers: own.map(({ timer, dueAt }) => ({ timer, dueAt })) };
  });
}
