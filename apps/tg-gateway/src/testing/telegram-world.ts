import { createHash, randomUUID } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import mongoose, { mongo, type Connection } from 'mongoose';
import { Database } from '@app/persistence/database';
import { KeyRing, type KeyFile } from '@app/persistence/keys/key-ring';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ChatContent, OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { recipientKeys } from '@app/persistence/recipients/recipient-keys';
import { aLetter } from '@app/persistence/testing/documents';
import { TelegramSettings } from '@app/runtime/config/telegram-settings';
import type {
  EmulatedUser,
  SentByBot,
  TelegramEmulator,
  TelegramOptions,
} from '../../../../test/support/telegram/emulator';
import { startTelegram } from '../../../../test/support/telegram/telegram-emulator';
import { eventually } from '../../../../test/support/eventually';
import { randomKeyFile } from '../../../../test/support/test-keys';
import { gatewayModule } from '../gateway.module';
import { startGateway } from '../start-gateway';

/** A prepared database and a Telegram, and gateways between the two; all of it ends with the world. */
export class TelegramWorld {
  readonly db: Database;
  private readonly gateways = new Set<INestApplicationContext>();
  private readonly keys: KeyRing;

  private constructor(
    readonly telegram: TelegramEmulator,
    readonly settings: TelegramSettings,
    readonly keyFile: KeyFile,
    private readonly connection: Connection,
  ) {
    this.keys = new KeyRing(keyFile);
    this.db = new Database(connection);
  }

  /** Opens it with a Telegram of its own; `options`: what that one enforces. */
  static async open(
    { uri, name }: { readonly uri: string; readonly name: string },
    options: TelegramOptions = {},
  ): Promise<TelegramWorld> {
    const telegram = await startTelegram(options);
    const connection = await mongoose.createConnection(uri, { dbName: name, autoCreate: false }).asPromise();
    const settings = Object.assign(new TelegramSettings(), {
      mongodbUri: uri,
      mongodbDatabase: name,
      movableClock: true,
      telegramBotToken: telegram.token,
      telegramApiRoot: telegram.apiRoot,
      telegramProduct: 'otzyvy',
    });
    const world = new TelegramWorld(telegram, settings, randomKeyFile(), connection);
    await prepareDatabase(world.db);
    return world;
  }

  /** Starts one gateway in this process; `change`: what differs from the world's settings. */
  async startGateway(change: Partial<TelegramSettings> = {}): Promise<INestApplicationContext> {
    const settings = Object.assign(new TelegramSettings(), this.settings, change);
    const gateway = await startGateway(gatewayModule(settings, this.keys), settings, {
      logger: false,
      abortOnError: false,
    });
    this.gateways.add(gateway);
    return gateway;
  }

  async stopGateway(gateway: INestApplicationContext): Promise<void> {
    this.gateways.delete(gateway);
    await gateway.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.gateways].map((gateway) => this.stopGateway(gateway)));
    await this.connection.close();
    await this.telegram.close();
  }

  /** Somebody who pressed Start, so that the bot may write. */
  started(user: EmulatedUser = this.telegram.user()): EmulatedUser {
    user.starts();
    return user;
  }

  /** Resolves when Telegram is polled. */
  async polled(withinMs = 20_000): Promise<void> {
    await eventually('a poll', () => Promise.resolve(this.telegram.isPolled() || null), withinMs);
  }

  /** Puts a letter to somebody into the outbox, with the guard of its recipient. */
  async queue(
    to: Pick<EmulatedUser, 'id'>,
    { chat, ...letter }: Partial<Omit<OutboxMessage, 'chat'>> & { readonly chat?: Partial<ChatContent> } = {},
  ): Promise<OutboxMessage> {
    const queued = aLetter({
      channel: 'telegram',
      accountId: `telegram:${this.telegram.botId}`,
      to: to.id,
      recipient: `telegram:${to.id}`,
      chat: { businessConnectionId: null, buttons: [], replyTo: null, ...chat },
      messageId: '',
      letters: ['answer'],
      conversationId: randomUUID(),
      ...letter,
    });
    await this.guard(queued.recipient);
    await this.db.outbox.insertMany([queued]);
    return queued;
  }

  /** Does what a stop does to the guard. */
  async suppress(recipient: string): Promise<void> {
    await this.guard(recipient);
    await this.db.recipients.updateMany(
      { _id: { $in: [...recipientKeys(recipient, this.keys).all] } },
      { $set: { suppressed: true, suppression: 's' } },
    );
  }

  /** Keeps a file of a product, that letters attach; its SHA-256. */
  async keepFile(content: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const bucket = new mongo.GridFSBucket(this.db.driver, { bucketName: 'files' });
    await finished(bucket.openUploadStream(sha256).end(content));
    return sha256;
  }

  async letter(id: string): Promise<OutboxMessage> {
    const letter = await this.db.outbox.findById(id).lean<OutboxMessage>();
    if (!letter) throw new Error(`there is no letter ${id}`);
    return letter;
  }

  /** The letter once it is settled. */
  settled(id: string, withinMs = 20_000): Promise<OutboxMessage> {
    const ask = async (): Promise<OutboxMessage | null> => {
      const letter = await this.letter(id);
      return letter.status === 'settled' ? letter : null;
    };
    return eventually('the settlement', ask, withinMs);
  }

  /** What is stored of what came in, in its order. */
  async messages(): Promise<InboundMessage[]> {
    return this.db.messages.find().sort({ storedAt: 1, order: 1 }).lean<InboundMessage[]>();
  }

  /** What is stored of an update, once it is. */
  message(updateId: number | string, withinMs = 20_000): Promise<InboundMessage> {
    const _id = `telegram:${this.telegram.botId}:${updateId}`;
    return eventually(`update ${updateId}`, () => this.db.messages.findById(_id).lean<InboundMessage>(), withinMs);
  }

  /** What somebody sees of the bot, once it is so much. */
  seen(user: EmulatedUser, count: number, withinMs = 20_000): Promise<readonly SentByBot[]> {
    const ask = () => Promise.resolve(user.sees().length >= count ? user.sees() : null);
    return eventually(`${count} messages`, ask, withinMs);
  }

  private async guard(recipient: string): Promise<void> {
    for (const _id of recipientKeys(recipient, this.keys).current) {
      const guard = { suppressed: false, suppression: null, passed: [], claimId: null, bindings: [] };
      await this.db.recipients.updateOne({ _id }, { $setOnInsert: guard }, { upsert: true });
    }
  }
}
