import { setTimeout as pause } from 'node:timers/promises';
import type { LocalCalendar } from '@app/domain/rules';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { eventually } from '../../../../test/support/eventually';
import { GatewayWorld } from '../testing/gateway-world';

const WINDOW: LocalCalendar = {
  timeZone: 'Europe/Moscow',
  workingHours: { from: '09:00', to: '18:00' },
  holidays: ['2026-11-04'],
};

/** In Moscow. The 3rd is a Tuesday, the 4th a holiday, the 6th a Friday. */
function moscow(local: string): Date {
  return new Date(`2026-11-${local}+03:00`);
}

const THURSDAY_AT_NINE = moscow('05T09:00:00');

describe('at night, at weekends and on holidays', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let smtp: SmtpFaultPeer;

  beforeAll(async () => {
    smtp = await startSmtpFaults();
    world = await GatewayWorld.open(database);
    await world.addAccount({
      _id: 'sales',
      address: 'anna@sales.test',
      smtp: { host: '127.0.0.1', port: smtp.port },
      imap: { host: '127.0.0.1', port: 1 },
    });
    await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  function sent({ _id }: OutboxMessage): Promise<OutboxMessage> {
    return eventually('the letter to leave', async () => {
      const letter = await world.letter(_id);
      return letter.outcome === 'sent' ? letter : null;
    });
  }

  it('an opening that came due waits until nine on the next working day, and leaves then by itself', async () => {
    await world.moveTo(moscow('03T23:00:00'));
    const opening = await world.queue({ window: WINDOW, leavesFrom: THURSDAY_AT_NINE });
    await world.moveTo(moscow('05T08:59:58'));
    await pause(500);
    expect(await world.letter(opening._id)).toMatchObject({ status: 'queued', leaseNumber: 0 });

    expect((await sent(opening)).settledAt?.getTime()).toBeGreaterThanOrEqual(THURSDAY_AT_NINE.getTime());
  });

  it('an opening is on its way as soon as business time is moved to when it leaves', async () => {
    await world.moveTo(moscow('03T23:00:00'));
    const opening = await world.queue({ window: WINDOW, leavesFrom: THURSDAY_AT_NINE });
    await world.moveTo(moscow('05T12:00:00'));
    await sent(opening);
  });

  it('an answer to a question leaves at once', async () => {
    await world.moveTo(moscow('04T23:00:00'));
    await sent(await world.queue({ letters: ['answer'], window: null, leavesFrom: moscow('04T23:00:00') }));
  });

  it.each([
    ['at night', '03T23:00:00', '05T09:00:00'],
    ['on a holiday', '04T12:00:00', '05T09:00:00'],
    ['at a weekend', '07T12:00:00', '09T09:00:00'],
    ['before work begins', '06T08:59:00', '06T09:00:00'],
  ])('a reminder that may only now leave, %s, waits for the next working hour', async (_, now, expected) => {
    await world.moveTo(moscow(now));
    const letter = await world.queue({ letters: ['reminder'], window: WINDOW });

    const parked = await eventually('the letter to be put off', async () => {
      const looked = await world.letter(letter._id);
      return looked.leaseNumber > 0 && looked.status === 'queued' ? looked : null;
    });
    expect(parked).toMatchObject({ leavesFrom: moscow(expected), attempts: [] });
    expect(smtp.taken().filter(({ to }) => to.includes(letter.to))).toEqual([]);
  });
});
