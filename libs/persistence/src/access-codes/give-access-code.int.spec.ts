import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aCommit } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { CommitResult } from '../turns/turn-commit';
import { TurnStore } from '../turns/turn.store';
import { AccessCodeStore } from './access-code.store';

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let codes: AccessCodeStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  codes = new AccessCodeStore(db);
});

afterEach(() => db.accessCodes.deleteMany({}));
afterAll(() => db.connection.close());

describe('the pool of access codes', () => {
  it('takes each code once, however often it is loaded', async () => {
    expect(await codes.load('otzyvy', ['A-1', 'A-2'])).toBe(2);
    expect(await codes.load('otzyvy', ['A-2', 'A-3'])).toBe(1);
    expect(await codes.load('otzyvy', [])).toBe(0);
    expect(await codes.free('otzyvy')).toBe(3);
  });

  it('leaves a code with the contact who has it when it is loaded again', async () => {
    await codes.load('otzyvy', ['B-1']);
    await give('loaded', 'B-1');
    expect(await codes.load('otzyvy', ['B-1'])).toBe(0);
    expect(await codes.givenTo('otzyvy', 'loaded')).toBe('B-1');
    expect(await codes.free('otzyvy')).toBe(0);
  });

  it('has nothing for a contact of another product', async () => {
    await codes.load('otzyvy', ['C-1']);
    expect(await codes.candidate('another', 'anybody')).toBeNull();
  });
});

describe('a contact', () => {
  it('keeps the code that was given once', async () => {
    await codes.load('otzyvy', ['D-1', 'D-2', 'D-3']);
    expect(await give('keeper', 'D-2')).toBe('committed');
    expect(await codes.candidate('otzyvy', 'keeper')).toBe('D-2');
    expect(await give('keeper', 'D-2')).toBe('committed');
    expect(await give('keeper', 'D-3')).toBe('stale');
    expect(await codes.free('otzyvy')).toBe(2);
  });

  it('is recorded with a code that came from a template', async () => {
    expect(await give('templated', '$OTZYVY-77')).toBe('committed');
    expect(await codes.givenTo('otzyvy', 'templated')).toBe('$OTZYVY-77');
  });

  it('never gets the code of another, and is offered one that is free', async () => {
    await codes.load('otzyvy', ['E-1', 'E-2']);
    await give('earlier', 'E-1');
    expect(await give('later', 'E-1')).toBe('stale');
    expect(await codes.candidate('otzyvy', 'later')).toBe('E-2');
  });
});

describe('fifty contacts who are given a code at the same instant', () => {
  it('never have one in common', async () => {
    await codes.load(
      'otzyvy',
      Array.from({ length: 60 }, (_, n) => `F-${String(n)}`),
    );
    const contacts = Array.from({ length: 50 }, (_, n) => `race-${String(n)}`);
    await Promise.all(contacts.map((contact) => standingContact(db, keys, contact)));
    await Promise.all(contacts.map((contact) => giveACandidate(contact)));

    const given = await Promise.all(contacts.map((contact) => codes.givenTo('otzyvy', contact)));
    expect(new Set(given).size).toBe(50);
    expect(given).not.toContain(null);
    expect(await codes.free('otzyvy')).toBe(10);
  }, 60_000);

  it('get it once where all are given the same', async () => {
    const contacts = Array.from({ length: 50 }, (_, n) => `same-${String(n)}`);
    await Promise.all(contacts.map((contact) => standingContact(db, keys, contact)));
    const results = await Promise.all(contacts.map((contact) => give(contact, 'G-1')));
    expect(results.filter((result) => result === 'committed')).toHaveLength(1);
  });
});

async function give(id: string, code: string): Promise<CommitResult> {
  if (!(await db.contacts.exists({ _id: id }))) await standingContact(db, keys, id);
  const contact = await db.contacts.findById(id).orFail().lean();
  const conversation = await db.conversations.findById(id).orFail().lean();
  return new TurnStore(db, keys).commit(aCommit(conversation, contact, { accessCodes: [code] }));
}

async function giveACandidate(contact: string): Promise<void> {
  const code = await codes.candidate('otzyvy', contact);
  if (code !== null && (await give(contact, code)) !== 'committed') await giveACandidate(contact);
}
