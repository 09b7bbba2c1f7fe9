import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { aCommit } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { NewLift, NewSuppression } from '../turns/turn-commit';
import { TurnStore } from '../turns/turn.store';
import { SuppressionStore } from './suppression.store';

const AT = new Date('2026-11-23T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let suppressions: SuppressionStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  suppressions = new SuppressionStore(db, keys);
});

afterAll(() => db.connection.close());

type Standing = Awaited<ReturnType<typeof standingContact>>;

async function commit(
  { contact, conversation }: Standing,
  writes: { suppressions?: NewSuppression[]; lifts?: NewLift[] },
): Promise<void> {
  const standing = await db.conversations.findById(conversation._id).orFail().lean<ConversationDocument>();
  expect(await new TurnStore(db, keys).commit(aCommit(standing, contact, writes))).toBe('committed');
}

function suppression(because: NewSuppression['because'], { contact }: Standing): NewSuppression {
  const { _id, addresses } = contact;
  return { id: `${because}-${_id}`, because, messageId: null, at: AT, addresses, companyDomain: null };
}

function lift(of: NewLift['of'], { contact }: Standing): NewLift {
  const { _id, addresses } = contact;
  return { id: `lift-${of}-${_id}`, of, because: 'operator-asked', reason: 'they called', at: AT, addresses };
}

describe('an address that letters come back from', () => {
  it('is suppressed, which is no stop of the contact', async () => {
    const anna = await standingContact(db, keys, 'anna');
    await commit(anna, { suppressions: [suppression('bounced', anna)] });
    expect(await suppressions.check('anna@example.com')).toMatchObject({ suppressed: true, because: 'bounced' });
    expect(await db.contacts.findById('anna').lean()).toMatchObject({ stoppedAt: null });
  });

  it('says nothing of the address without the +tag', async () => {
    const tagged = await standingContact(db, keys, 'tagged', { contact: { addresses: ['boris+shop@example.com'] } });
    await commit(tagged, { suppressions: [suppression('bounced', tagged)] });
    expect(await suppressions.standingOf('boris+shop@example.com')).toBe('bounced-tagged');
    expect(await suppressions.standingOf('boris@example.com')).toBeNull();
  });

  it('may be written to again once that is lifted', async () => {
    const vera = await standingContact(db, keys, 'vera');
    await commit(vera, { suppressions: [suppression('bounced', vera)] });
    await commit(vera, { lifts: [lift('bounce', vera)] });
    expect(await suppressions.standingOf('vera@example.com')).toBeNull();
  });
});

describe('a stop and an address that letters come back from', () => {
  it('stand together: the bounce does not take the place of the stop, and is lifted without it', async () => {
    const gleb = await standingContact(db, keys, 'gleb');
    await commit(gleb, { suppressions: [suppression('contact-asked', gleb)] });
    await commit(gleb, { suppressions: [suppression('bounced', gleb)] });
    expect(await suppressions.standingOf('gleb@example.com')).toBe('contact-asked-gleb');
    await commit(gleb, { lifts: [lift('bounce', gleb)] });
    expect(await suppressions.standingOf('gleb@example.com')).toBe('contact-asked-gleb');
    expect(await db.contacts.findById('gleb').lean()).toMatchObject({ stoppedAt: AT });
  });

  it('stand together: the stop takes the place of the bounce', async () => {
    const dina = await standingContact(db, keys, 'dina');
    await commit(dina, { suppressions: [suppression('bounced', dina)] });
    await commit(dina, { suppressions: [suppression('unsubscribed', dina)] });
    await commit(dina, { lifts: [lift('bounce', dina)] });
    expect(await suppressions.standingOf('dina@example.com')).toBe('unsubscribed-dina');
    await commit(dina, { lifts: [lift('stop', dina)] });
    expect(await suppressions.standingOf('dina@example.com')).toBeNull();
  });
});
