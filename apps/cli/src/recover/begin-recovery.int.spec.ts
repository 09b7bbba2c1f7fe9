import { aLetter } from '@app/persistence/testing/documents';
import { introduceBot } from '../../../../test/support/chat-user';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { openWith, type OpenInstallation } from '../installation/open-installation';
import { beginRecovery } from './begin-recovery';
import { recover } from './recover';

const BACKUP_TIME = new Date('2026-11-23T02:00:00.000Z');

describe('an operator whose recovery was broken off', () => {
  const database = testDatabase();
  let world: SalesWorld;
  let installation: OpenInstallation;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    installation = await openWith(world.settings, world.keys);
    await introduceBot(world);
    await world.db.outbox.insertMany([aLetter({ _id: 'on its way' })]);
    expect(await beginRecovery(installation, BACKUP_TIME)).toEqual({ lettersGivenUp: 1, stopsBroughtBack: 0 });
  });

  afterAll(async () => {
    await installation.close();
    await world.close();
  });

  it('goes on with it, and what was written since is left alone', async () => {
    await world.db.outbox.insertMany([aLetter({ _id: 'an answer since', status: 'draft' })]);
    expect(await beginRecovery(installation, BACKUP_TIME)).toEqual({ lettersGivenUp: 1, stopsBroughtBack: 0 });
    expect(await world.db.outbox.findById('an answer since').lean()).toMatchObject({ status: 'draft' });
    expect(await world.db.accounts.findOne().lean()).toMatchObject({
      recovery: { readAgainSince: BACKUP_TIME, isRead: false },
    });
    expect(await world.db.telegramBots.findOne().lean()).toMatchObject({
      paused: { because: expect.stringContaining('recover --backup-time') },
    });
  });

  it('cannot take it for the recovery from another backup', async () => {
    await expect(beginRecovery(installation, new Date('2026-11-22T02:00:00.000Z'))).rejects.toThrow('has not ended');
  });

  it('is told when the journal it names cannot be read, before anything is changed', async () => {
    const settings = Object.assign(Object.create(world.settings) as typeof world.settings, {
      ledgerJournal: '/nowhere',
    });
    await expect(beginRecovery({ ...installation, settings }, BACKUP_TIME)).rejects.toThrow('LEDGER_JOURNAL /nowhere');
  });

  it('has letters leave by mail and in Telegram when it has ended', async () => {
    await world.db.accounts.updateMany({}, { $set: { 'recovery.isRead': true } });
    await world.db.outbox.updateMany({}, { $unset: { unhandledFor: 1 } });
    expect(await recover(installation, BACKUP_TIME)).toMatchObject({ ended: true });
    expect(await world.db.accounts.findOne().lean()).toMatchObject({ paused: null });
    expect(await world.db.telegramBots.findOne().lean()).toMatchObject({ paused: null });
  });
});
