import { connect } from 'node:net';
import { once } from 'node:events';
import { BSON, MongoClient } from 'mongodb';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ContactStore } from '../contacts/contact.store';
import type { Database } from '../database';
import { aJob } from '../testing/a-job';
import { askFor } from '../testing/ask-for-jobs';
import { aTurnDocument } from '../testing/a-turn-document';
import { standingContact } from '../testing/standing-contact';
import { JobStore, LONGEST_RESPONSE_BYTES } from './job.store';

const database = testDatabase();
const NO_TEXT = opaqueId('no-text');
const keys = randomKeys();
let db: Database;
let jobs: JobStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  jobs = new JobStore(db);
  await askFor(db, [aJob({ _id: 'short' }), aJob({ _id: 'long' }), aJob({ _id: NO_TEXT })]);
});

afterAll(() => db.connection.close());

describe('a response', () => {
  it('that is longer than anybody’s is not even read', async () => {
    const complete = (_id: string, length: number): Promise<unknown> =>
      db.llmJobs.updateOne({ _id }, { status: 'completed', response: 'x'.repeat(length) });
    await Promise.all([complete('short', LONGEST_RESPONSE_BYTES), complete('long', LONGEST_RESPONSE_BYTES + 1)]);
    const settled = await jobs.settledAmong(['short', 'long']);
    expect(settled.map(({ id, type }) => `${id} ${type}`).sort()).toEqual(['long failed', 'short completed']);
  });

  it('that is no text keeps nobody from reading it, nor from exporting the contact', async () => {
    await standingContact(db, keys, 'anna');
    await db.turns.insertOne(aTurnDocument('anna', 'no-text'));
    await writeBytes(NO_TEXT, Buffer.from([0xff, 0xfe, 0xc3, 0x28]));
    expect(await jobs.settledAmong([NO_TEXT])).toMatchObject([{ type: 'completed', id: NO_TEXT }]);
    const everything = await new ContactStore(db, keys).everythingOn('anna');
    expect(everything?.own['llm_jobs']).toMatchObject([{ _id: NO_TEXT }]);
  });
});

describe('how full the queue is', () => {
  it('is told of each priority by itself', async () => {
    await db.llmJobs.deleteMany({});
    await askFor(db, [aJob({ _id: 'a' }), aJob({ _id: 'b' }), aJob({ _id: 'c', priority: 1 })]);
    expect(await jobs.isFull(0, 2)).toBe(false);
    expect(await jobs.isFull(0, 1)).toBe(true);
    expect(await jobs.isFull(1, 1)).toBe(false);
    expect(await jobs.isFull(1, 0)).toBe(true);
  });
});

const PLACEHOLDER = 'abcd';

/** Stores four bytes as a response that are no UTF-8: a driver sends none, so this is said to the server byte by byte. */
async function writeBytes(id: string, bytes: Buffer): Promise<void> {
  const client = await MongoClient.connect(database.uri);
  const { primary = '' } = (await client.db().command({ hello: 1 })) as { readonly primary?: string };
  await client.close();
  const set = { $set: { status: 'completed', response: PLACEHOLDER } };
  const command = { update: 'llm_jobs', updates: [{ q: { _id: id }, u: set }], $db: database.name };
  const body = Buffer.from(BSON.serialize(command));
  bytes.copy(body, body.indexOf(PLACEHOLDER));
  const head = Buffer.alloc(21);
  for (const [place, value] of [21 + body.length, 1, 0, OP_MSG, 0].entries()) head.writeInt32LE(value, 4 * place);
  const [host, port] = primary.split(':');
  const socket = connect(Number(port), host);
  socket.write(Buffer.concat([head, body]));
  await once(socket, 'data');
  socket.destroy();
}

const OP_MSG = 2013;
