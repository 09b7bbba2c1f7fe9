import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import type { OutboxMessage } from '../outbox/outbox.schema';
import { OutboxStore } from '../outbox/outbox.store';
import { aCommit, aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { NewLift, NewSuppression } from '../turns/turn-commit';
import type { Turn } from '../turns/turn.schema';
import { TurnStore } from '../turns/turn.store';
import { SuppressionStore } from './suppression.store';

const AT = new Date('2026-11-23T08:00:00.000Z');
const LATER = new Date('2026-11-24T08:00:00.000Z');

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let suppressions: SuppressionStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  suppressions = new SuppressionStore(db, keys);
});

afterAll(() => db.connection.close());

describe('a stop that is lifted', () => {
  it('lets letters leave again, and stands in the history with the reason', async () => {
    const anna = await standingContact(db, keys, 'anna');
    await commit(anna, { suppressions: [aStop(anna.contact)] });
    expect(await leaves(aLetter({ to: 'anna@example.com' }))).toBe(false);
    expect(await suppressions.standingOf('anna@example.com')).toBe('stop-anna');

    await commit(anna, { lifts: [aLift(anna.contact)] });
    expect(await leaves(aLetter({ to: 'anna@example.com' }))).toBe(true);
    expect(await suppressions.standingOf('anna@example.com')).toBeNull();
    expect(await db.contacts.findById('anna').lean()).toMatchObject({ stoppedAt: null, revision: 2 });
    expect(await suppressions.check('anna@example.com')).toMatchObject({
      suppressed: false,
      because: null,
      history: [
        { _id: 'stop-anna', type: 'suppressed', reason: '' },
        { _id: 'lift-anna', type: 'lifted', because: 'contact-agreed', reason: 'Да, пишите снова' },
      ],
    });
  });

  it('that is followed by another stop lets its letters pass once more, each once', async () => {
    const boris = await standingContact(db, keys, 'boris');
    const to = 'boris@example.com';
    await commit(boris, { suppressions: [aStop(boris.contact, 'first-stop')] });
    const asking = { to, letters: ['ask-to-resume'], passes: 'first-stop' } as const;
    expect(await leaves(aLetter(asking))).toBe(true);
    expect(await leaves(aLetter(asking))).toBe(false);
    await commit(boris, { lifts: [aLift(boris.contact)] });
    await commit(boris, { suppressions: [aStop(boris.contact, 'second-stop')] });
    expect(await leaves(aLetter(asking))).toBe(false);
    expect(await leaves(aLetter({ ...asking, passes: 'second-stop' }))).toBe(true);
  });

  it('leaves alone who has the address without the +tag and asked for himself', async () => {
    const plain = await standingContact(db, keys, 'vera');
    const tagged = await standingContact(db, keys, 'tagged', { contact: { addresses: ['vera+shop@example.com'] } });
    await commit(tagged, { suppressions: [aStop(tagged.contact)] });
    await commit(plain, { suppressions: [aStop(plain.contact)] });
    await commit(tagged, { lifts: [aLift(tagged.contact)] });
    expect(await suppressions.check('vera@example.com')).toMatchObject({ suppressed: true, id: 'stop-vera' });
  });

  it('lifts the form without the +tag with it, where one stop suppressed both', async () => {
    const tagged = await standingContact(db, keys, 'zoya', { contact: { addresses: ['zoya+shop@example.com'] } });
    await commit(tagged, { suppressions: [aStop(tagged.contact)] });
    expect(await suppressions.standingOf('zoya@example.com')).toBe('stop-zoya');
    await commit(tagged, { lifts: [aLift(tagged.contact)] });
    expect(await suppressions.standingOf('zoya@example.com')).toBeNull();
  });
});

describe('a stop and its lifting in one commit', () => {
  it('count in the order of their turns: the last word holds', async () => {
    const galina = await standingContact(db, keys, 'galina');
    await commit(galina, {
      suppressions: [aStop(galina.contact)],
      lifts: [aLift(galina.contact)],
      turns: [aTurn('galina', ['stop-galina', 'lift-galina'])],
    });
    expect(await suppressions.standingOf('galina@example.com')).toBeNull();

    const dmitri = await standingContact(db, keys, 'dmitri');
    await commit(dmitri, {
      suppressions: [aStop(dmitri.contact)],
      lifts: [aLift(dmitri.contact)],
      turns: [aTurn('dmitri', ['lift-dmitri', 'stop-dmitri'])],
    });
    expect(await suppressions.standingOf('dmitri@example.com')).toBe('stop-dmitri');
    expect(await db.contacts.findById('dmitri').lean()).toMatchObject({ stoppedAt: AT });
  });

  it('leave the stop standing where no turn tells their order', async () => {
    const elena = await standingContact(db, keys, 'elena');
    await commit(elena, { suppressions: [aStop(elena.contact)], lifts: [aLift(elena.contact)] });
    expect(await suppressions.standingOf('elena@example.com')).toBe('stop-elena');
  });
});

function aStop({ _id, addresses }: Contact, id = `stop-${_id}`): NewSuppression {
  return { id, because: 'contact-asked', messageId: null, at: AT, addresses, companyDomain: null };
}

function aLift({ _id, addresses }: Contact): NewLift {
  return { id: `lift-${_id}`, of: 'stop', because: 'contact-agreed', reason: 'Да, пишите снова', at: LATER, addresses };
}

function aTurn(conversationId: string, effectKeys: readonly string[]): Turn {
  return {
    _id: `turn-${conversationId}`,
    conversationId,
    contactId: conversationId,
    revision: 1,
    place: 0,
    machineVersion: 1,
    at: AT,
    event: { type: 'migrated', id: '', at: AT, snapshot: { stage: 'stopped', memory: {} as never } },
    decision: 'moved',
    because: null,
    stage: 'stopped',
    effects: effectKeys.map((key) => ({ type: 'cancelTimers', key })),
  };
}

interface Standing {
  readonly contact: Contact;
  readonly conversation: ConversationDocument;
}

async function commit(
  { contact, conversation }: Standing,
  { turns = [], ...writes }: { suppressions?: NewSuppression[]; lifts?: NewLift[]; turns?: Turn[] },
): Promise<void> {
  const standing = await db.conversations.findById(conversation._id).orFail().lean<ConversationDocument>();
  const result = await new TurnStore(db, keys).commit({ ...aCommit(standing, contact, writes), turns });
  expect(result).toBe('committed');
}

/** Whether a gateway may hand this letter over. */
async function leaves(letter: OutboxMessage): Promise<boolean> {
  await db.outbox.insertMany([letter]);
  const outbox = new OutboxStore(db, keys);
  const leased = await outbox.lease([letter._id], 'gateway', LATER, [{ id: letter.accountId, lacks: [] }]);
  const { claimed } = await outbox.claim(leased);
  return claimed.length === 1;
}
