import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { recipientKeys } from '../recipients/recipient-keys';
import { aCommit, aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { TurnStore } from '../turns/turn.store';
import type { OutboxMessage } from './outbox.schema';
import { OutboxStore } from './outbox.store';
import type { Attempt } from './settle';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const OPERATOR = 'boss@seller.test';
const RETRY = {
  outcome: 'retry',
  code: 451,
  phase: 'content',
  said: 'later',
  rejectedFor: null,
  retryInMs: 1000,
} as const;
const SENT = { outcome: 'sent', code: 250, phase: 'content', said: 'ok', rejectedFor: null, retryInMs: 0 } as const;

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

describe('a notice to the operator', () => {
  it('leaves though the operator is no contact, and no conversation learns how it ended', async () => {
    const notice = aNotice();
    await commit('told', [notice]);
    expect(await claimAll([notice._id])).toEqual({ claimed: [notice._id], withheld: [] });
    await settle(notice._id);
    const settled = await outbox.find(notice._id);
    expect(settled).toMatchObject({ status: 'settled', outcome: 'sent' });
    expect(settled?.unhandledFor).toBeUndefined();
  });

  it('that was left behind by a dead gateway is uncertain, and no conversation learns of it', async () => {
    const expired = { status: 'handing-over', leaseUntil: new Date(0), claimId: 'dead' } as const;
    const notice = aNotice(expired);
    const letter = aLetter(expired);
    await db.outbox.insertMany([notice, letter]);
    await outbox.reapExpired('email', NOW);
    expect((await outbox.find(notice._id))?.unhandledFor).toBeUndefined();
    expect(await outbox.find(notice._id)).toMatchObject({ outcome: 'uncertain' });
    expect(await outbox.find(letter._id)).toMatchObject({ unhandledFor: letter.conversationId });
  });

  it('is tried again though the conversation it tells of was begun anew meanwhile', async () => {
    const notice = aNotice({ conversationId: 'begun-anew', status: 'handing-over', claimId: 'c' });
    const letter = aLetter({ conversationId: 'begun-anew', status: 'handing-over', claimId: 'c' });
    await standingContact(db, keys, 'begun-anew', { conversation: { closed: true } });
    await db.outbox.insertMany([notice, letter]);
    await settle(notice._id, RETRY);
    await settle(letter._id, RETRY);
    expect(await outbox.find(notice._id)).toMatchObject({ status: 'queued' });
    expect(await outbox.find(letter._id)).toMatchObject({ status: 'cancelled' });
  });

  it('is withheld once the operator’s address is suppressed, and another notice does not lift that', async () => {
    const guard = recipientKeys(OPERATOR, keys).current[0] ?? '';
    await db.recipients.updateOne({ _id: guard }, { $set: { suppressed: true, suppression: 's' } }, { upsert: true });
    const notice = aNotice();
    await commit('silenced', [notice]);
    expect(await claimAll([notice._id])).toEqual({ claimed: [], withheld: [notice._id] });
  });
});

describe('a letter to a contact', () => {
  it('makes no guard: who is not known is not written to', async () => {
    const letter = aLetter({ to: 'nobody@example.com' });
    await commit('careless', [letter]);
    expect(await claimAll([letter._id])).toEqual({ claimed: [], withheld: [letter._id] });
  });

  it('that was rejected leaves once more when the operator wants it', async () => {
    const { contact, conversation } = await standingContact(db, keys, 'rejecting');
    const rejected = { status: 'settled', outcome: 'rejected', rejectedFor: 'content', settledAt: NOW } as const;
    const letter = aLetter({ to: contact.addresses[0] ?? '', ...rejected });
    await db.outbox.insertMany([letter]);
    await new TurnStore(db, keys).commit(aCommit(conversation, contact, { repeated: [letter._id] }));
    expect(await outbox.find(letter._id)).toMatchObject({
      status: 'queued',
      outcome: null,
      rejectedFor: null,
      repeats: 1,
      messageId: letter.messageId,
    });
  });
});

function aNotice(facts: Partial<OutboxMessage> = {}): OutboxMessage {
  return aLetter({ letters: ['operator-notice'], to: OPERATOR, toName: '', ...facts });
}

async function commit(id: string, letters: readonly OutboxMessage[]): Promise<void> {
  const { contact, conversation } = await standingContact(db, keys, id);
  await new TurnStore(db, keys).commit(aCommit(conversation, contact, { letters }));
}

async function claimAll(ids: readonly string[]): Promise<{ claimed: string[]; withheld: string[] }> {
  const { claimed, withheld } = await outbox.claim(await outbox.lease(ids, 'gateway', NOW, FROM_SALES));
  return { claimed: claimed.map(({ _id }) => _id), withheld: withheld.map(({ _id }) => _id) };
}

async function settle(id: string, attempt: Attempt = SENT): Promise<void> {
  const letter = await outbox.find(id);
  if (letter) await outbox.settle(letter, attempt, NOW);
}
