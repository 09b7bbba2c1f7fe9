import { setTimeout as sleep } from 'node:timers/promises';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import { botAccountId } from '@app/persistence/telegram/bot.schema';
import { aContactDocument, aLetter, aMessageDocument } from '@app/persistence/testing/documents';
import { BOT, introduceBot } from '../../../../test/support/chat-user';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { Operator } from '../../testing/operator';
import { StatusCommand } from './status.command';
import { watchStatus } from './watch-status';
import type { Status } from './status';

const database = testDatabase();
let world: SalesWorld;
let operator: Operator;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  operator = await Operator.at(world.settings, world.keys);
});

afterAll(async () => {
  await operator.leave();
  await world.close();
});

describe('the status of an installation', () => {
  it('in which nothing runs and nothing waits says so', async () => {
    const text = await operator.text(StatusCommand, [], {});
    expect(text).toContain('No service runs.');
    expect(text).toContain('Nothing waits.');
    expect(text).toMatch(/^sales@seller\.test +email +0/m);
  });

  it('tells what waits and for how long, and what failed, of each account', async () => {
    const tenMinutesAgo = new Date(world.now().getTime() - 600_000);
    await world.db.messages.insertOne(aMessageDocument({ _id: 'm', state: 'new', storedAt: tenMinutesAgo }));
    const settled = { accountId: 'sales', status: 'settled', createdAt: tenMinutesAgo } as const;
    await world.db.outbox.insertMany([
      aLetter({
        _id: 'due',
        accountId: 'sales',
        leavesFrom: tenMinutesAgo,
        createdAt: tenMinutesAgo,
        messageId: '<1@x>',
      }),
      aLetter({ ...settled, _id: 'no', outcome: 'rejected', messageId: '<2@x>' }),
    ]);
    await world.db.accounts.updateOne({}, { paused: { at: tenMinutesAgo, because: 'the login is refused' } });

    const text = await operator.text(StatusCommand, [], {});
    expect(text).toMatch(/^messages to be filed +1 +10 min/m);
    expect(text).toMatch(/^letters to be sent +1 +10 min/m);
    expect(text).toMatch(/^sales@seller\.test +email +1 +10 min.* +0 +0 +1 +0 +0$/m);
    expect(text).toContain('sales@seller.test is paused, its letters wait: the login is refused.');
    expect(await operator.json(StatusCommand, [], {})).toMatchObject({
      accounts: [{ id: 'sales', channel: 'email', due: 1, later: 0, lastDay: { rejected: 1 } }],
    });
  });

  it('tells of the bot: who polls, when it heard something last, and what is closed to us', async () => {
    await introduceBot(world);
    const poller = { _id: 'tg-gateway-1', service: 'tg-gateway', host: 'here', pid: 1, sweepFinds: 0 };
    await new InstanceStore(world.db).beat(poller);
    const twoMinutesAgo = new Date(world.now().getTime() - 120_000);
    const accountId = botAccountId(BOT._id);
    await world.db.telegramBots.updateOne({ _id: BOT._id }, { heldBy: poller._id });
    await world.db.messages.insertOne(
      aMessageDocument({ _id: 't', state: 'filed', channel: 'telegram', accountId, storedAt: twoMinutesAgo }),
    );
    const chat = { accountId, userId: '7', chatId: '7', username: '', languageCode: '', startedAt: twoMinutesAgo };
    const closed = { ...chat, businessConnectionId: null, unreachable: true };
    await world.db.contacts.insertMany([aContactDocument({ _id: 'blocks', telegram: closed })]);
    const connection = { botId: BOT._id, ownerId: '9', canReply: true };
    await world.db.telegramConnections.insertMany([
      { ...connection, _id: 'stands', isEnabled: true },
      { ...connection, _id: 'ended', isEnabled: false },
    ]);

    const text = await operator.text(StatusCommand, [], {});
    expect(text).toMatch(/^@otzyvy_bot +telegram +0/m);
    expect(text).toContain(
      '@otzyvy_bot is polled by tg-gateway-1, heard 2 min ago; closed to us: 1 chat; ' +
        'business accounts: 1 answered for, 1 ended.',
    );
    const paused = { at: twoMinutesAgo, because: 'a backup came back' };
    await world.db.telegramBots.updateOne({ _id: BOT._id }, { heldBy: null, paused });
    const later = await operator.text(StatusCommand, [], {});
    expect(later).toContain('@otzyvy_bot is polled by nobody');
    expect(later).toContain('@otzyvy_bot is paused, its letters wait: a backup came back.');
  });

  it('is shown again when something changes, and not before', async () => {
    const stopping = new AbortController();
    const shown: Status[] = [];
    const watching = watchStatus(await operator.open(), (status) => shown.push(status), stopping.signal);
    await eventually('the first look', () => Promise.resolve(shown.length > 0 || null));
    // The stream begins with what was written last.
    await sleep(1_500);
    const before = shown.length;
    await sleep(1_500);
    expect(shown).toHaveLength(before);

    await world.db.messages.insertOne(aMessageDocument({ _id: 'another', state: 'new' }));
    await eventually('another look', () => Promise.resolve(shown.length > before || null));
    expect(shown.at(-1)?.queues.find(({ name }) => name === 'messages-to-file')).toMatchObject({ waiting: 2 });
    stopping.abort();
    await watching;
  });
});
