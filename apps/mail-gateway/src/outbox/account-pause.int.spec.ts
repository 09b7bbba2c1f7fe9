import type { AccountCheck } from '@app/persistence/accounts/account.schema';
import { eventually } from '../../../../test/support/eventually';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld } from '../testing/gateway-world';
import { CONNECTIONS } from './account.transport';

describe('an account that fails', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let failing: SmtpFaultPeer;
  let healthy: SmtpFaultPeer;

  beforeAll(async () => {
    failing = await startSmtpFaults();
    healthy = await startSmtpFaults();
    world = await GatewayWorld.open(database);
    await world.startGateway();
  });

  afterAll(async () => {
    // First: a gateway finishes what is under way, and that stalls.
    await failing.stop();
    await world.close();
    await healthy.stop();
  });

  const nowhere = { host: '127.0.0.1', port: 1 };

  function account(name: string, peer: SmtpFaultPeer) {
    const smtp = { host: '127.0.0.1', port: peer.port };
    return world.addAccount({ _id: name, address: `${name}@sales.test`, smtp, imap: nowhere });
  }

  function sent(accountId: string, count: number) {
    return eventually(
      `${String(count)} letters of ${accountId}`,
      async () => (await world.db.outbox.countDocuments({ accountId, outcome: 'sent' })) === count || null,
      25_000,
    );
  }

  async function resume(accountId: string): Promise<void> {
    await world.db.accounts.updateOne({ _id: accountId }, { $set: { paused: null } });
  }

  it('is paused when its login was refused three times in a row; all leaves when the operator resumes it', async () => {
    failing.setFault({ type: 'answer', at: 'auth', with: '535 5.7.8 wrong password' });
    await account('refused', failing);
    await Promise.all(Array.from({ length: 20 }, () => world.queue({ accountId: 'refused' })));

    const paused = await eventually(
      'the pause',
      async () => (await world.db.accounts.findById('refused').lean())?.paused ?? null,
      60_000,
    );
    expect(paused.because).toMatch(/535 5\.7\.8 wrong password.*account resume refused@sales\.test/);
    const later = await world.queue({ accountId: 'refused' });
    await account('beside', healthy);
    await world.queue({ accountId: 'beside' });
    await sent('beside', 1);
    expect(await world.letter(later._id)).toMatchObject({ status: 'queued', leaseNumber: 0, attempts: [] });

    failing.setFault({ type: 'none' });
    await resume('refused');
    await eventually('what waited', async () => (await world.letter(later._id)).outcome);
  }, 90_000);

  it('takes nothing from the others while its server stalls and it has a backlog', async () => {
    failing.setFault({ type: 'stall', at: 'rcpt' });
    await account('stalled', failing);
    await account('quick', healthy);
    await Promise.all(Array.from({ length: 300 }, () => world.queue({ accountId: 'stalled' })));
    await eventually(
      'the stall',
      async () => (await world.db.outbox.countDocuments({ accountId: 'stalled', status: 'handing-over' })) || null,
    );

    await Promise.all(Array.from({ length: 20 }, () => world.queue({ accountId: 'quick' })));

    await sent('quick', 20);
    expect(await world.db.outbox.countDocuments({ accountId: 'stalled', outcome: 'sent' })).toBe(0);
    const inHand = await world.db.outbox.countDocuments({ accountId: 'stalled', status: { $ne: 'queued' } });
    expect(inHand).toBeLessThan(300);
  }, 40_000);

  it('gives back what it had claimed when its server begins to stall, so that a stop still counts', async () => {
    failing.setFault({ type: 'none' });
    await account('slowing', failing);
    await Promise.all(Array.from({ length: 300 }, () => world.queue({ accountId: 'slowing' })));
    await eventually('letters to get through', async () => {
      const settled = await world.db.outbox.countDocuments({ accountId: 'slowing', outcome: 'sent' });
      return settled > 20 || null;
    });
    failing.setFault({ type: 'stall', at: 'rcpt' });

    const givenBack = { accountId: 'slowing', 'attempts.said': 'no connection became free in time' };
    await eventually('letters to be given back', async () => (await world.db.outbox.countDocuments(givenBack)) || null);
    await eventually('only what has begun to be claimed', async () => {
      const claimed = await world.db.outbox.countDocuments({ accountId: 'slowing', status: 'handing-over' });
      return claimed === CONNECTIONS || null;
    });
  }, 40_000);

  it('sends what was written for it before it was added', async () => {
    const letter = await world.queue({ accountId: 'late' });
    await account('late', healthy);
    await sent('late', 1);
    expect(await world.letter(letter._id)).toMatchObject({ leaseNumber: 1 });
  });

  it('lets no opening leave while a check that it requires is not right', async () => {
    await account('unchecked', healthy);
    const right: AccountCheck = { name: 'spf', state: 'right', said: '', at: new Date() };
    await world.db.accounts.updateOne({ _id: 'unchecked' }, { $set: { checks: [{ ...right, state: 'wrong' }] } });
    const opening = await world.queue({ accountId: 'unchecked', requiredChecks: ['spf'] });
    const answer = await world.queue({ accountId: 'unchecked', letters: ['answer'] });
    await sent('unchecked', 1);
    expect(await world.letter(answer._id)).toMatchObject({ outcome: 'sent' });
    expect(await world.letter(opening._id)).toMatchObject({ status: 'queued', leaseNumber: 0, attempts: [] });

    await world.db.accounts.updateOne({ _id: 'unchecked' }, { $set: { checks: [right] } });

    await sent('unchecked', 2);
  });
});
