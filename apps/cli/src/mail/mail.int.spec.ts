import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageStore } from '@app/persistence/messages/message.store';
import { aMessageDocument } from '@app/persistence/testing/documents';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { Operator } from '../../testing/operator';
import { MailAttachmentCommand } from './mail-attachment.command';
import { MailRawCommand } from './mail-raw.command';
import { MailShowCommand } from './mail-show.command';
import { MailUnmatchedCommand } from './mail-unmatched.command';

const PDF = Buffer.from('%PDF-1.7 prices');
const SHA = 'a'.repeat(64);
const WITH_A_FILE = aMessageDocument({
  externalId: '<1@x> 0f',
  attachments: [
    { name: 'prices.pdf', contentType: 'application/pdf', size: PDF.length, sha256: SHA },
    { name: 'film.mp4', contentType: 'video/mp4', size: 40_000_000, sha256: null },
  ],
});
const UNREADABLE = aMessageDocument({
  externalId: 'broken',
  state: 'unmatched',
  text: '',
  unreadable: 'It cannot be parsed.',
  raw: Buffer.from('Subject: broken'),
});

describe('what came in, at the command line', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  const to = join(folder, 'saved');
  let world: SalesWorld;
  let operator: Operator;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    operator = await Operator.at(world.settings, world.keys);
    const messages = new MessageStore(world.db, world.keys);
    await messages.store(WITH_A_FILE, new Map([[SHA, PDF]]));
    await messages.store(UNREADABLE);
  });

  afterEach(() => {
    rmSync(to, { force: true });
  });

  afterAll(async () => {
    await operator.leave();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('is shown with its files, of which one that is kept is saved for its owner alone', async () => {
    expect(await operator.json(MailShowCommand, [WITH_A_FILE._id], {})).toMatchObject({
      attachments: [{ name: 'prices.pdf' }, { name: 'film.mp4', sha256: null }],
    });
    const saved = await operator.json(MailAttachmentCommand, [WITH_A_FILE._id, '1'], { to });
    expect(saved).toMatchObject({ name: 'prices.pdf', file: to });
    expect(readFileSync(to)).toEqual(PDF);
    expect(statSync(to).mode & 0o777).toBe(0o600);
  });

  it('never takes the place of a file that is there', async () => {
    writeFileSync(to, 'mine');
    await expect(operator.json(MailAttachmentCommand, [WITH_A_FILE._id, '1'], { to })).rejects.toThrow('there already');
    expect(readFileSync(to, 'utf8')).toBe('mine');
  });

  it.each([
    ['2', 'film.mp4 was not kept'],
    ['3', 'has 2 files'],
    ['0', 'must be a whole number'],
  ])('says why file %s cannot be saved', async (number, because) => {
    const asked = operator.json(MailAttachmentCommand, [WITH_A_FILE._id, number], { to });
    await expect(asked).rejects.toThrow(because);
  });

  it('that nobody could read is among what matched nothing, says why, and is saved as it came', async () => {
    expect(await operator.json(MailUnmatchedCommand, [], { limit: 9 })).toMatchObject([
      { id: UNREADABLE._id, unreadable: 'It cannot be parsed.' },
    ]);
    expect(await operator.text(MailShowCommand, [UNREADABLE._id], {})).toContain('It cannot be parsed.');
    await operator.json(MailRawCommand, [UNREADABLE._id], { to });
    expect(readFileSync(to, 'utf8')).toBe('Subject: broken');
    await expect(operator.json(MailRawCommand, [WITH_A_FILE._id], { to })).rejects.toThrow('was read');
  });
});
