import type { INestApplicationContext } from '@nestjs/common';
import mongoose, { type Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { GivenLogin } from '@app/persistence/accounts/sealed-login';
import { ClockStore } from '@app/persistence/clock/clock.store';
import { Database } from '@app/persistence/database';
import { KeyRing, type KeyFile } from '@app/persistence/keys/key-ring';
import { rememberErased } from '@app/persistence/messages/erased-messages';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { recipientKeys } from '@app/persistence/recipients/recipient-keys';
import { Settings } from '@app/runtime/config/settings';
import { Identity } from '@app/runtime/instance/identity';
import { eventually } from '../../../../test/support/eventually';
import { randomKeyFile } from '../../../../test/support/test-keys';
import { gatewayModule } from '../gateway.module';
import { startGateway } from '../start-gateway';
import { aLetter } from '@app/persistence/testing/documents';

/** A prepared database, and gateways over it that are stopped with the world. */
export class GatewayWorld {
  readonly db: Database;
  private readonly gateways = new Set<INestApplicationContext>();

  private readonly keys: KeyRing;

  private constructor(
    readonly settings: Settings,
    readonly keyFile: KeyFile,
    private readonly connection: Connection,
  ) {
    this.keys = new KeyRing(keyFile);
    this.db = new Database(connection);
  }

  static async open({ uri, name }: { readonly uri: string; readonly name: string }): Promise<GatewayWorld> {
    const connection = await mongoose.createConnection(uri, { dbName: name, autoCreate: false }).asPromise();
    const settings = Object.assign(new Settings(), {
      mongodbUri: uri,
      mongodbDatabase: name,
      mailLoopbackOnly: true,
      movableClock: true,
    });
    const world = new GatewayWorld(settings, randomKeyFile(), connection);
    await prepareDatabase(world.db);
    return world;
  }

  /** Starts one gateway in this process; `change`: what differs from the world's settings. */
  async startGateway(change: Partial<Settings> = {}): Promise<INestApplicationContext> {
    const settings = Object.assign(new Settings(), this.settings, change);
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

  async stopGateways(): Promise<void> {
    await Promise.all([...this.gateways].map((gateway) => this.stopGateway(gateway)));
  }

  /** Resolves when a gateway has looked into a folder for the first time; what lies there by then is old to it. */
  async firstLook(cursorId: string): Promise<void> {
    await eventually(
      'the first look',
      async () => (await this.db.cursors.findById(cursorId).lean())?.uidValidity || null,
    );
  }

  /** Who a gateway is to the others. */
  identityOf(gateway: INestApplicationContext): string {
    return gateway.get(Identity).id;
  }

  async close(): Promise<void> {
    await this.stopGateways();
    await this.connection.close();
  }

  async addAccount(
    account: Pick<MailAccount, 'address' | 'smtp' | 'imap'> & Partial<MailAccount>,
    login: GivenLogin = { password: PASSWORD },
  ): Promise<MailAccount> {
    const store = new AccountStore(this.db, this.keys);
    const _id = account._id ?? randomUUID();
    await store.add({
      _id,
      productId: 'a-product',
      user: account.address,
      security: 'none',
      plusAddressing: false,
      createdAt: new Date(),
      ...account,
      ...login,
    });
    const added = await store.find(_id);
    if (!added) throw new Error('the account was not added');
    return added;
  }

  /** Makes the guards of an address, as opening a conversation does. */
  async guard(address: string): Promise<void> {
    const guards = recipientKeys(address, this.keys).current.map((_id) => ({
      _id,
      suppressed: false,
      suppression: null,
      passed: [],
      claimId: null,
      bindings: [],
    }));
    await this.db.recipients.insertMany(guards);
  }

  /** Does what a stop does to the guards. */
  async suppress(address: string): Promise<void> {
    await this.db.recipients.updateMany(
      { _id: { $in: [...recipientKeys(address, this.keys).all] } },
      { $set: { suppressed: true, suppression: 's' } },
    );
  }

  /** Puts a letter into the outbox, with the guard of its recipient. */
  async queue(letter: Partial<OutboxMessage>): Promise<OutboxMessage> {
    const queued = aLetter(letter);
    await this.guard(queued.to).catch(() => undefined);
    await this.db.outbox.insertMany([queued]);
    return queued;
  }

  async letter(id: string): Promise<OutboxMessage> {
    const letter = await this.db.outbox.findById(id).lean<OutboxMessage>();
    if (!letter) throw new Error(`there is no letter ${id}`);
    return letter;
  }

  /** Does what an erasure does to what somebody wrote. */
  async eraseMessage(id: string): Promise<void> {
    await this.db.transaction(async (session) => {
      await this.db.messages.deleteOne({ _id: id }, { session });
      await rememberErased(this.db, this.keys, session, [id]);
    });
  }

  /** Moves business time of all gateways; it runs on from there. */
  async moveTo(moment: Date): Promise<void> {
    await new ClockStore(this.db).moveTo(moment);
  }

  async messages(): Promise<InboundMessage[]> {
    return this.db.messages.find().sort({ storedAt: 1, order: 1 }).lean<InboundMessage[]>();
  }
}

/** The password of every account here. */
export const PASSWORD = 'a password';
