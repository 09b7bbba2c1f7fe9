import type { INestApplicationContext } from '@nestjs/common';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { eventually } from '../../../../test/support/eventually';
import { GatewayWorld } from '../testing/gateway-world';
import { aLetter } from '@app/persistence/testing/documents';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { LetterSender } from './letter.sender';

describe('a letter on its way out', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let gateway: INestApplicationContext;
  let smtp: SmtpFaultPeer;

  beforeAll(async () => {
    smtp = await startSmtpFaults();
    world = await GatewayWorld.open(database);
    gateway = await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  async function account(address: string) {
    const nowhere = { host: '127.0.0.1', port: 1 };
    return world.addAccount({ address, smtp: { host: '127.0.0.1', port: smtp.port }, imap: nowhere });
  }

  async function tried(id: string) {
    return eventually('an attempt', async () => {
      const letter = await world.letter(id);
      return letter.attempts.length > 0 ? letter : null;
    });
  }

  function taken(to: string): number {
    return smtp.taken().filter((mail) => mail.to.includes(to)).length;
  }

  it('gets through at the second try when the server was away for a moment', async () => {
    smtp.setFault({ type: 'answer', at: 'greeting', with: '421 4.3.2 not now' });
    const { _id: accountId } = await account('patient@sales.test');
    const letter = await world.queue({ accountId });
    await tried(letter._id);
    smtp.setFault({ type: 'none' });

    const settled = await eventually(
      'the second try',
      async () => {
        const now = await world.letter(letter._id);
        return now.status === 'settled' ? now : null;
      },
      15_000,
    );
    expect(settled.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'sent']);
    expect(taken(letter.to)).toBe(1);
  });

  it('leaves a moment later when the database failed just before it would have left', async () => {
    smtp.setFault({ type: 'none' });
    const { _id: accountId } = await account('stumbled@sales.test');
    failOnce(gateway);
    const letter = await world.queue({ accountId });

    await eventually('the letter', async () => (await world.letter(letter._id)).outcome, 3_000);
    expect(await world.letter(letter._id)).toMatchObject({ outcome: 'sent', leaseNumber: 2 });
    expect(taken(letter.to)).toBe(1);
  });

  it('is withheld when its recipient said stop after it was leased', async () => {
    smtp.setFault({ type: 'none' });
    const anna = await account('anna@sales.test');
    const leaseUntil = new Date(Date.now() + 60_000);
    const letter = await world.queue({ accountId: anna._id, status: 'leased', leaseNumber: 1, leaseUntil });
    await world.suppress(letter.to);

    await gateway.get(LetterSender).send([letter], anna, new Set());

    expect(await world.letter(letter._id)).toMatchObject({ status: 'settled', outcome: 'withheld' });
    expect(taken(letter.to)).toBe(0);
  });

  it('is withheld when the ledger does not know its recipient', async () => {
    smtp.setFault({ type: 'none' });
    const { _id: accountId } = await account('boris@sales.test');
    const letter = aLetter({ accountId });
    await world.db.outbox.insertMany([letter]);

    expect(await tried(letter._id)).toMatchObject({ outcome: 'withheld' });
    expect(taken(letter.to)).toBe(0);
  });

  it('leaves only to this machine where nothing may leave it', async () => {
    const outside = { host: 'smtp.example.com', port: 587 };
    const { _id: accountId } = await world.addAccount({ address: 'out@sales.test', smtp: outside, imap: outside });
    const letter = await world.queue({ accountId });

    const beside = await account('beside@sales.test');
    await tried((await world.queue({ accountId: beside._id }))._id);
    expect(await world.letter(letter._id)).toMatchObject({ status: 'queued', leaseNumber: 0, attempts: [] });
  });

  it('is one of many: each of 100 arrives once, the two for one recipient too', async () => {
    smtp.setFault({ type: 'none' });
    const { _id: accountId } = await account('busy@sales.test');
    await Promise.all(Array.from({ length: 98 }, () => world.queue({ accountId })));
    const first = await world.queue({ accountId, to: 'twice@contact.test' });
    await world.queue({ accountId, to: first.to });

    await eventually(
      'all of them',
      async () => (await world.db.outbox.countDocuments({ accountId, outcome: 'sent' })) === 100 || null,
      25_000,
    );
    const recipients = smtp.taken().flatMap(({ to }) => to);
    const letters = await world.db.outbox.find({ accountId }, { to: 1 }).lean();
    expect(
      letters.filter(({ to }) => recipients.filter((one) => one === to).length !== (to === first.to ? 2 : 1)),
    ).toEqual([]);
  });

  it('is either sent or waits, when its gateway is told to stop amid many', async () => {
    smtp.setFault({ type: 'none' });
    const { _id: accountId } = await account('stopped@sales.test');
    const letters = await Promise.all(Array.from({ length: 60 }, () => world.queue({ accountId })));
    await eventually('the first ones', () => Promise.resolve(letters.some(({ to }) => taken(to) > 0) || null));
    await world.stopGateway(gateway);

    const after = await Promise.all(letters.map(({ _id }) => world.letter(_id)));
    const untouched = after.filter(({ status, attempts }) => status === 'queued' && attempts.length === 0);
    const sent = after.filter(({ outcome }) => outcome === 'sent');
    expect(sent.length + untouched.length).toBe(60);
    expect(sent.filter(({ to }) => taken(to) !== 1)).toEqual([]);
    expect(untouched.filter(({ to }) => taken(to) !== 0)).toEqual([]);
  });
});

function failOnce(gateway: INestApplicationContext): void {
  const outbox = gateway.get(OutboxStore);
  const claim = outbox.claim.bind(outbox);
  outbox.claim = () => {
    outbox.claim = claim;
    return Promise.reject(new Error('no primary'));
  };
}
