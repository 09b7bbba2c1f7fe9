import { randomBytes } from 'node:crypto';
import { listenOnLoopback } from '../../../tools/peers/src/system/listening-server';
import { botMethods } from './bot-methods';
import { BotServer } from './bot-server';
import { BusinessBook } from './business-book';
import { ChatBook } from './chat-book';
import { emulatedGroup } from './emulated-group';
import { EmulatedUsers } from './emulated-user';
import type { TelegramEmulator, TelegramOptions } from './emulator';
import { FileShelf } from './file-shelf';
import { LongPoll } from './long-poll';
import { MessageBook } from './message-book';
import { PressedButtons } from './pressed-buttons';
import { ScriptedFaults } from './scripted-faults';
import { SendPace } from './send-pace';
import type { BotAccount, TelegramWorld } from './telegram-world';
import { UpdateQueue } from './update-queue';
import { Webhook } from './webhook';

const BOT_ID = 7_000_000_001;
const NOBODY = { firstName: 'Anna', lastName: '', username: '', languageCode: 'ru' };

/** Starts the Bot API on a free port of 127.0.0.1, with a bot of its own and nobody who talks to it. */
export async function startTelegram(options: TelegramOptions = {}): Promise<TelegramEmulator> {
  const bot = {
    id: BOT_ID,
    username: 'sales_emulated_bot',
    token: `${BOT_ID}:${randomBytes(24).toString('base64url')}`,
  };
  const world = emptyWorld(bot, options);
  const poll = new LongPoll(world.updates);
  const webhook = new Webhook(world.updates, options.webhookRetryMs ?? 200, async (method, call) => {
    await server.carryOut(method, call, new AbortController().signal);
  });
  const server = new BotServer(world, botMethods(world, poll, webhook));
  const listening = await listenOnLoopback(server.http);
  const users = new EmulatedUsers(world);

  return {
    apiRoot: `http://127.0.0.1:${listening.port}`,
    token: bot.token,
    botId: String(bot.id),
    botUsername: bot.username,
    user: (person) => users.add({ ...NOBODY, ...person }),
    group: (title = 'Procurement') => emulatedGroup(world, world.chats.addGroup(title), (id) => users.of(id)),
    bringsUpdate: (content) => world.updates.addAny(content),
    unconfirmed: () => world.updates.length,
    sent: () => world.messages.ofBot(),
    calls: (method) => server.calls.filter((call) => method === undefined || call.method === method),
    isPolled: () => poll.isOpen,
    conflicts: () => poll.conflicts,
    countUpdatesFrom: (updateId) => {
      world.updates.countFrom(updateId);
    },
    faults: world.faults,
    async close() {
      webhook.stop();
      world.faults.clear();
      await listening.stop();
    },
  };
}

function emptyWorld(bot: BotAccount, { limits = null, now = Date.now, onSent }: TelegramOptions): TelegramWorld {
  return {
    bot,
    now,
    updates: new UpdateQueue(now),
    chats: new ChatBook(),
    messages: new MessageBook(onSent ?? (() => undefined)),
    files: new FileShelf(),
    businesses: new BusinessBook(),
    pressed: new PressedButtons(),
    faults: new ScriptedFaults(),
    pace: limits === null ? null : new SendPace(limits),
  };
}
