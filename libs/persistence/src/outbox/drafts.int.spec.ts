import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ContactStore } from '../contacts/contact.store';
import type { Database } from '../database';
import { aCommand } from '../testing/a-command';
import { aCommit, aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { Writes } from '../turns/turn-commit';
import { TurnStore } from '../turns/turn.store';
import type { OutboxMessage } from './outbox.schema';
import { OutboxStore } from './outbox.store';

const NOW = new Date('2026-11-23T08:00:00.000Z');

/** The account of every letter here. */
const FROM_SALES = [{ id: 'sales', lacks: [] }];

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let outbox: OutboxStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  outbox = new OutboxStore(db, keys);
});

afterAll(() => db.connection.close());

describe('a draft', () => {
  it('is not given to any gateway', async () => {
    const draft = await store(aLetter({ status: 'draft' }));
    expect(await outbox.isQueued(draft, NOW)).toBe(false);
    expect(await outbox.lease([draft], 'gateway', NOW, FROM_SALES)).toEqual([]);
    expect(await outbox.canBeWithdrawn(draft)).toBe(true);
  });

  it('leaves when the operator approves it, as it is or in the operator’s words', async () => {
    const asItIs = await store(aLetter({ status: 'draft', text: 'Мои слова', html: '<p>Мои слова</p>' }));
    const edited = await store(aLetter({ status: 'draft' }));
    const approved = [
      { id: asItIs, text: null, html: null },
      { id: edited, text: 'Иначе', html: '<p>Иначе</p>' },
    ];
    expect(await commit('approving', { approved })).toBe('committed');
    expect(await outbox.find(asItIs)).toMatchObject({ status: 'queued', text: 'Мои слова' });
    expect(await outbox.find(edited)).toMatchObject({ status: 'queued', text: 'Иначе', html: '<p>Иначе</p>' });
    expect(await outbox.lease([asItIs, edited], 'gateway', NOW, FROM_SALES)).toHaveLength(2);
  });

  it('that is approved after it was cancelled stays cancelled', async () => {
    const cancelled = await store(aLetter({ status: 'cancelled' }));
    expect(await commit('late', { approved: [{ id: cancelled, text: null, html: null }] })).toBe('stale');
    expect(await outbox.find(cancelled)).toMatchObject({ status: 'cancelled' });
  });

  it('that is approved and taken back in one commit does not leave', async () => {
    const both = await store(aLetter({ status: 'draft' }));
    const writes = { approved: [{ id: both, text: null, html: null }], withdrawn: [both] };
    expect(await commit('both', writes)).toBe('committed');
    expect(await outbox.find(both)).toMatchObject({ status: 'cancelled' });
  });

  it('is cancelled by a stop, like what was queued, but for the notices to the operator', async () => {
    const draft = await store(aLetter({ status: 'draft', contactId: 'stopping' }));
    const queued = await store(aLetter({ status: 'queued', contactId: 'stopping' }));
    const notice = await store(aLetter({ contactId: 'stopping', letters: ['operator-notice'] }));
    const stop = { because: 'contact-asked', messageId: null, at: NOW, addresses: [], companyDomain: null } as const;
    await commit('stopping', { cancelLetters: true, suppressions: [{ id: 'the-stop', ...stop }] });
    expect(await outbox.find(draft)).toMatchObject({ status: 'cancelled' });
    expect(await outbox.find(notice)).toMatchObject({ status: 'queued' });
    const { cancelledMessages } = await db.suppressions.findById('the-stop').orFail().lean();
    expect([...cancelledMessages].sort()).toEqual([draft, queued].sort());
  });

  it('is cancelled when it is withdrawn, and when its conversation is begun anew', async () => {
    const withdrawn = await store(aLetter({ status: 'draft' }));
    expect(await commit('withdrawing', { withdrawn: [withdrawn] })).toBe('committed');
    expect(await outbox.find(withdrawn)).toMatchObject({ status: 'cancelled' });

    const { contact } = await standingContact(db, keys, 'restarted');
    const draft = await store(aLetter({ status: 'draft', contactId: 'restarted' }));
    const command = await aCommand(db, { type: 'restartContact', contactId: 'restarted' });
    const opened = { contact: { ...contact, conversationId: 'anew' }, token: 'anew', openingEventId: 'opening:anew' };
    expect(await new ContactStore(db, keys).restart(command, { ...opened, closes: 'restarted' })).toBe(true);
    expect(await outbox.find(draft)).toMatchObject({ status: 'cancelled' });
  });

  it('stands in the list of drafts of its product, the oldest first', async () => {
    const newer = await store(aLetter({ status: 'draft', productId: 'listed', createdAt: new Date(2) }));
    const older = await store(aLetter({ status: 'draft', productId: 'listed', createdAt: new Date(1) }));
    await store(aLetter({ status: 'queued', productId: 'listed' }));
    expect(idsOf(await outbox.drafts({ productId: 'listed' }))).toEqual([older, newer]);
    expect(idsOf(await outbox.drafts({}))).toEqual(expect.arrayContaining([older, newer]));
    const all = await outbox.list({ productId: 'listed', limit: 2 });
    expect(idsOf(all)).toEqual([newer, older]);
    expect(idsOf(await outbox.list({ productId: 'listed', status: 'queued', limit: 9 }))).toHaveLength(1);
  });
});

describe('a product whose approval mode was changed', () => {
  it('has what was queued wait as drafts, and lets drafts go out, each once', async () => {
    await loadProduct('changed', 'approve', 'autopilot');
    const queued = await store(aLetter({ productId: 'changed' }));
    const leased = await store(aLetter({ productId: 'changed', status: 'leased' }));
    const reply = await store(aLetter({ productId: 'changed', letters: ['operator-reply'] }));
    const notice = await store(aLetter({ productId: 'changed', letters: ['operator-notice'] }));
    const another = await store(aLetter({ productId: 'unchanged' }));

    expect(await outbox.followApproval('changed', 'approve')).toBe(1);
    expect(await statusOf([queued, leased, reply, notice, another])).toEqual([
      'draft',
      'leased',
      'queued',
      'queued',
      'queued',
    ]);
    // Approved by hand meanwhile: it is not to be approved again.
    await commit('by-hand', { approved: [{ id: queued, text: null, html: null }] });
    expect(await outbox.followApproval('changed', 'approve')).toBe(0);
    expect(await statusOf([queued])).toEqual(['queued']);
  });

  it('lets drafts go out when it is on autopilot again', async () => {
    await loadProduct('autopilot', 'autopilot', 'approve');
    const draft = await store(aLetter({ productId: 'autopilot', status: 'draft' }));
    expect(await outbox.followApproval('autopilot', 'approve')).toBe(0);
    expect(await outbox.followApproval('autopilot', 'autopilot')).toBe(1);
    expect(await statusOf([draft])).toEqual(['queued']);
  });
});

async function store(letter: OutboxMessage): Promise<string> {
  await db.outbox.insertMany([letter]);
  return letter._id;
}

async function commit(id: string, writes: Partial<Writes>): Promise<string> {
  const { contact, conversation } = await standingContact(db, keys, id);
  return new TurnStore(db, keys).commit(aCommit(conversation, contact, writes));
}

async function loadProduct(
  _id: string,
  approval: 'approve' | 'autopilot',
  lettersFollow: 'approve' | 'autopilot',
): Promise<void> {
  await db.driver
    .collection<{ readonly _id: string }>('products')
    .insertOne({ _id, settings: { approval }, lettersFollow } as { readonly _id: string });
}

async function statusOf(ids: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(ids.map(async (id) => (await outbox.find(id))?.status));
}

function idsOf(letters: readonly OutboxMessage[]): string[] {
  return letters.map(({ _id }) => _id);
}
