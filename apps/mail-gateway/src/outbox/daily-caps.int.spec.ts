import type { INestApplicationContext } from '@nestjs/common';
import type { LocalCalendar } from '@app/domain/rules';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { QuotaStore } from '@app/persistence/quotas/quota.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { eventually } from '../../../../test/support/eventually';
import { GatewayWorld } from '../testing/gateway-world';
import { CappedLetterSender } from './capped-letter.sender';

const WINDOW: LocalCalendar = {
  timeZone: 'Europe/Moscow',
  workingHours: { from: '09:00', to: '18:00' },
  holidays: [],
};

/** In Moscow. The 3rd is a Tuesday. */
function moscow(local: string): Date {
  return new Date(`2026-11-${local}+03:00`);
}

describe('letters that we write first', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let smtp: SmtpFaultPeer;
  let accounts = 0;
  let accountId: string;

  beforeAll(async () => {
    smtp = await startSmtpFaults();
    world = await GatewayWorld.open(database);
  });

  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  beforeEach(async () => {
    accounts += 1;
    accountId = `sales-${String(accounts)}`;
    smtp.setFault({ type: 'none' });
    await world.addAccount({
      _id: accountId,
      address: `${accountId}@sales.test`,
      smtp: { host: '127.0.0.1', port: smtp.port },
      imap: { host: '127.0.0.1', port: 1 },
    });
  });

  afterEach(() => world.stopGateways());

  function queue(caps: Partial<OutboxMessage['caps'] & object>, facts: Partial<OutboxMessage> = {}) {
    return world.queue({
      accountId,
      window: WINDOW,
      caps: { accountPerDay: 1000, domainPerDay: 1000, domain: '', ...caps },
      ...facts,
    });
  }

  /** Letters that a gateway has leased. */
  function leased(count: number, caps: Partial<OutboxMessage['caps'] & object>): Promise<OutboxMessage[]> {
    const lease = { status: 'leased', leaseNumber: 1, leaseUntil: new Date(Date.now() + 60_000) } as const;
    return Promise.all(Array.from({ length: count }, () => queue(caps, lease)));
  }

  /** A gateway that knows the business time of this test. */
  async function startGateway(): Promise<INestApplicationContext> {
    const gateway = await world.startGateway();
    const clock = gateway.get(BusinessClock);
    await eventually('business time', () => Promise.resolve(clock.now() < moscow('04T00:00:00') || null));
    return gateway;
  }

  async function accountOf(gateway: INestApplicationContext): Promise<MailAccount> {
    const account = await gateway.get(AccountStore).find(accountId);
    if (!account) throw new Error('there is no account');
    return account;
  }

  async function letters(filter: object = {}): Promise<OutboxMessage[]> {
    return world.db.outbox
      .find({ accountId, ...filter })
      .sort({ leavesFrom: 1 })
      .lean<OutboxMessage[]>();
  }

  /** Once every letter has either left or waits for a later moment. */
  async function settled(): Promise<{ readonly sent: number; readonly leaveFrom: readonly Date[] }> {
    const now = await eventually('each letter to be sent or put off', async () => {
      const all = await letters();
      return all.every(({ outcome, status, leaseNumber }) => outcome ?? (status === 'queued' && leaseNumber > 0))
        ? all
        : null;
    });
    return {
      sent: now.filter(({ outcome }) => outcome === 'sent').length,
      leaveFrom: now.filter(({ outcome }) => outcome === null).map(({ leavesFrom }) => leavesFrom),
    };
  }

  async function used(id: string): Promise<number | undefined> {
    return (await world.db.quotas.findById(id).lean())?.used;
  }

  it('are never more than the day’s cap, however many gateways send them at once', async () => {
    await world.moveTo(moscow('03T17:50:00'));
    const gateways = await Promise.all([startGateway(), startGateway()]);
    const shares = await Promise.all(gateways.map(() => leased(30, { accountPerDay: 20 })));
    const account = await accountOf(gateways[0]);

    await Promise.all(
      gateways.map((gateway, index) => gateway.get(CappedLetterSender).send(shares[index] ?? [], account)),
    );

    const { sent, leaveFrom } = await settled();
    expect(sent).toBe(20);
    expect(leaveFrom.filter((moment) => moment < moscow('04T09:00:00'))).toEqual([]);
    expect(await used(`account:${accountId}:2026-11-03`)).toBe(20);
    expect(new Set(smtp.taken().flatMap(({ to }) => to)).size).toBe(20);
  });

  it('are spread over the working hours', async () => {
    await world.moveTo(moscow('03T09:00:00'));
    await startGateway();
    await Promise.all(Array.from({ length: 4 }, () => queue({ accountPerDay: 9 })));
    const first = await settled();
    expect(first.sent).toBe(1);
    expect(first.leaveFrom.filter((moment) => moment < moscow('03T10:00:00'))).toEqual([]);

    await world.moveTo(moscow('03T10:00:00'));
    await eventually('the second one', async () => ((await letters({ outcome: 'sent' })).length === 2 ? true : null));
  });

  it('go to one company only as often as it is allowed, and to others meanwhile', async () => {
    await world.moveTo(moscow('03T12:00:00'));
    const company = { domain: 'house.test', domainPerDay: 2 };
    await Promise.all([queue(company), queue(company), queue(company), queue({ domain: 'other.test' })]);
    await startGateway();

    const { sent, leaveFrom } = await settled();
    expect(sent).toBe(2);
    expect(leaveFrom[0]).toEqual(moscow('03T13:30:00'));
    expect(await used(`account:${accountId}:2026-11-03`)).toBe(2);
    expect(await used(`domain:${accountId}:house.test:2026-11-03`)).toBe(1);
  });

  it('ask for their quotas once for all that are sent together, and are put off to moments of their own', async () => {
    await world.moveTo(moscow('03T09:00:00'));
    const gateway = await startGateway();
    const together = await leased(30, { accountPerDay: 270, domain: 'house.test', domainPerDay: 9 });
    const account = await accountOf(gateway);
    const asked = countReservations(gateway);

    await gateway.get(CappedLetterSender).send(together, account);

    expect(asked).toEqual([`account:${accountId}:2026-11-03`, `domain:${accountId}:house.test:2026-11-03`]);
    const { sent, leaveFrom } = await settled();
    expect(sent).toBe(1);
    expect(new Set(leaveFrom.map((moment) => moment.getTime())).size).toBe(29);
  });

  it('use up nothing when their recipient must not be written to', async () => {
    await world.moveTo(moscow('03T12:00:00'));
    const letter = await queue({});
    await world.suppress(letter.to);
    await startGateway();
    await eventually('the refusal', async () => (await world.letter(letter._id)).outcome);
    await eventually('the quota', async () => ((await used(`account:${accountId}:2026-11-03`)) === 0 ? true : null));
  });

  it('use up nothing while the server puts them off', async () => {
    smtp.setFault({ type: 'answer', at: 'rcpt', with: '450 4.2.0 greylisted' });
    await world.moveTo(moscow('03T12:00:00'));
    const letter = await queue({});
    await startGateway();
    await eventually('the attempt', async () => (await world.letter(letter._id)).attempts[0] ?? null);
    await eventually('the quota', async () => ((await used(`account:${accountId}:2026-11-03`)) === 0 ? true : null));
  });

  it('hold up no answer when their cap is used up', async () => {
    await world.moveTo(moscow('03T09:00:00'));
    await startGateway();
    await Promise.all([queue({ accountPerDay: 1 }), queue({ accountPerDay: 1 })]);
    expect((await settled()).sent).toBe(1);

    const answer = await world.queue({ accountId, letters: ['answer'] });
    await eventually('the answer', async () => (await world.letter(answer._id)).outcome);
  });
});

function countReservations(gateway: INestApplicationContext): readonly string[] {
  const quotas = gateway.get(QuotaStore);
  const reserve = quotas.reserve.bind(quotas);
  const asked: string[] = [];
  quotas.reserve = (id, wanted, allowed) => {
    asked.push(id);
    return reserve(id, wanted, allowed);
  };
  return asked;
}
