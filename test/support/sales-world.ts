import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { ClockStore } from '@app/persistence/clock/clock.store';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { Command, CommandBody, NewContact } from '@app/persistence/commands/command.schema';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { Database } from '@app/persistence/database';
import { KeyRing, type KeyFile } from '@app/persistence/keys/key-ring';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { Attempt } from '@app/persistence/outbox/settle';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { ProductStore } from '@app/persistence/products/product.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { workingDayAfter } from '@app/domain/working-time';
import type { Product, ProductSettings } from '@app/product/product';
import { readProduct } from '@app/product/read-product-files';
import { rulesOf } from '@app/product/rules-of';
import { readSettings, Settings } from '@app/runtime/config/settings';
import { otzyvyFolder } from '../../libs/product/testing/otzyvy';
import { brainModule } from '../../apps/sales-brain/src/brain.module';
import { aMessage } from './a-message';
import { aNewContact } from './a-new-contact';
import { eventually } from './eventually';
import { preparedDatabase } from './prepared-database';
import type { TestDatabase } from './test-database';
import { randomKeyFile } from './test-keys';
import { startService, type ServiceProcess } from './service-process';

const SENT: Attempt = { outcome: 'sent', code: 250, phase: 'content', said: '250 OK', rejectedFor: null, retryInMs: 0 };

export const ACCOUNT_PASSWORD = 'secret';

export interface MailServers {
  readonly smtpPort: number;
  readonly imapPort: number;
}

const NOWHERE: MailServers = { smtpPort: 1, imapPort: 1 };

/** So many that no test is held back by how many letters a day may hold. */
const NO_CAPS = { accountPerDay: 1_000_000, domainPerDay: 1_000_000 };

/** A database with the sample product and one mail account, and hands to play the gateway, the contact and the operator. */
export class SalesWorld {
  readonly account = { _id: 'sales', address: 'sales@seller.test' };
  private readonly brains: INestApplicationContext[] = [];
  private readonly processes: ServiceProcess[] = [];
  private aheadMs = 0;

  private constructor(
    readonly db: Database,
    private readonly keyFile: KeyFile,
    readonly settings: Settings,
    private readonly commands: CommandStore,
    private readonly gateway: OutboxStore,
  ) {}

  /**
   * `servers`: where the account's mail goes; without them nobody delivers but the test. `change`: what differs from the
   * sample product's settings. Business time is at the beginning of a working day, so that what we write first may leave.
   */
  static async open(
    { uri, name }: TestDatabase,
    servers: MailServers = NOWHERE,
    change: Partial<ProductSettings> = {},
  ): Promise<SalesWorld> {
    const db = await preparedDatabase({ uri, name });
    const keyFile = randomKeyFile();
    const keys = new KeyRing(keyFile);
    const read = readProduct(otzyvyFolder());
    if (read.type === 'problems') throw new Error(read.problems.join('\n'));
    const product = { ...read.product, settings: { ...read.product.settings, caps: NO_CAPS, ...change } };
    await new ProductStore(db).save(product, read.contents, new Date());
    const settings = readSettings({
      MONGODB_URI: uri,
      MONGODB_DATABASE: name,
      KEY_FILE: 'none',
      MOVABLE_CLOCK: 'true',
    });
    const world = new SalesWorld(db, keyFile, settings, new CommandStore(db), new OutboxStore(db, keys));
    await world.addAccount(servers);
    await world.moveClockTo(aWorkingMorning(product));
    return world;
  }

  async startBrain(): Promise<INestApplicationContext> {
    const brain = await NestFactory.createApplicationContext(brainModule(this.settings, this.keys), { logger: false });
    this.brains.push(brain);
    return brain;
  }

  /** Starts a service as a process of its own, from what was built, with `more` in its environment. */
  async startProcess(
    app: 'sales-brain' | 'mail-gateway' | 'tg-gateway',
    change: Partial<Settings> = {},
    more: NodeJS.ProcessEnv = {},
  ): Promise<ServiceProcess> {
    const started = await startService(app, Object.assign(new Settings(), this.settings, change), this.keyFile, more);
    this.processes.push(started);
    return started;
  }

  /** Puts the world's keys into a file, for a program that reads one; its path. */
  writeKeyFile(path: string): string {
    writeFileSync(path, JSON.stringify(this.keyFile));
    return path;
  }

  get keys(): KeyRing {
    return new KeyRing(this.keyFile);
  }

  async close(): Promise<void> {
    for (const brain of this.brains) await brain.close();
    for (const started of this.processes) await started.end('SIGKILL');
    await this.db.connection.close();
  }

  /** Queues a command and waits for its end. */
  async command(body: CommandBody): Promise<Command> {
    const id = await this.commands.queue(body);
    return eventually('the command to be taken', async () => {
      const command = await this.commands.find(id);
      return command?.status === 'pending' ? null : command;
    });
  }

  async addContact(address: string, change: Partial<NewContact> = {}): Promise<Contact> {
    const contact = aNewContact(address, change);
    const { status, because } = await this.command({ type: 'addContact', contact });
    if (status !== 'done') throw new Error(because ?? status);
    return this.contact(contact.id);
  }

  /** The first of a contact's letters that is in this status, once there is one. */
  letterOf({ _id: contactId }: Contact, status: OutboxMessage['status']): Promise<OutboxMessage> {
    return eventually(`a ${status} letter`, () =>
      this.db.outbox
        .findOne({ contactId, status, letters: { $ne: 'operator-notice' } })
        .lean<OutboxMessage>()
        .exec(),
    );
  }

  /** A contact who has our opening letter, and whose answer we wait for. */
  async addWaiting(address: string, change: Partial<NewContact> = {}): Promise<Contact> {
    const contact = await this.addContact(address, change);
    await this.deliverTo(contact);
    await this.settledIn(contact, 'awaiting-reply');
    return contact;
  }

  /** Loads the product anew with other settings, as the operator does while a brain runs. */
  async changeProduct(change: Partial<ProductSettings>): Promise<void> {
    const products = new ProductStore(this.db);
    const standing = await this.product();
    const settings = { ...standing.settings, ...change };
    await products.save({ ...standing, revision: randomUUID(), settings }, new Map(), new Date());
  }

  async product(): Promise<Product> {
    const standing = await new ProductStore(this.db).find('otzyvy');
    if (!standing) throw new Error('no product');
    return standing;
  }

  /** The contact this address belongs to, once there is one. */
  contactAt(address: string): Promise<Contact> {
    return eventually(`a contact ${address}`, () =>
      this.db.contacts.findOne({ addresses: address }).lean<Contact>().exec(),
    );
  }

  async contact(id: string): Promise<Contact> {
    const contact = await this.db.contacts.findById(id).lean<Contact>();
    if (!contact) throw new Error(`no contact ${id}`);
    return contact;
  }

  async conversationOf(contact: Contact): Promise<ConversationDocument> {
    const { conversationId } = await this.contact(contact._id);
    const conversation = await this.db.conversations.findById(conversationId).lean<ConversationDocument>();
    if (!conversation) throw new Error(`no conversation ${conversationId}`);
    return conversation;
  }

  async turnsOf(contact: Contact): Promise<Turn[]> {
    return this.db.turns.find({ contactId: contact._id }).sort({ revision: 1, place: 1 }).lean<Turn[]>();
  }

  async lettersOf(contact: Contact): Promise<OutboxMessage[]> {
    return this.db.outbox.find({ contactId: contact._id }).sort({ createdAt: 1, _id: 1 }).lean<OutboxMessage[]>();
  }

  /** What the operator was told about a contact, the oldest first. */
  async noticesOn(contact: Contact): Promise<string[]> {
    const turns = await this.turnsOf(contact);
    const told = turns.flatMap(({ effects }) => effects).filter((effect) => effect.type === 'tellOperator');
    return told.map(({ about }) => about);
  }

  /** Plays the gateway: waits for the contact's next letter and hands it over. */
  async deliverTo(contact: Contact, attempt: Attempt = SENT): Promise<OutboxMessage> {
    const { letter, finish } = await this.beginToDeliver(contact, attempt);
    await finish();
    return letter;
  }

  /** The same up to the claim: what the server answers comes with `finish`. */
  async beginToDeliver(
    contact: Contact,
    attempt: Attempt = SENT,
  ): Promise<{ readonly letter: OutboxMessage; readonly finish: () => Promise<void> }> {
    const queued = await this.letterOf(contact, 'queued');
    // As late as the letter wants: when it leaves is the gateway's care.
    const businessNow = new Date(Math.max(this.now().getTime(), queued.leavesFrom.getTime()));
    const leased = await this.gateway.lease([queued._id], 'gateway', businessNow, [
      { id: queued.accountId, lacks: [] },
    ]);
    const { claimed, withheld } = await this.gateway.claim(leased);
    const [letter] = [...claimed, ...withheld];
    if (!letter) throw new Error('nothing was leased');
    return {
      letter,
      finish: () =>
        this.gateway.settle(letter, claimed.length > 0 ? attempt : { ...attempt, outcome: 'withheld' }, this.now()),
    };
  }

  /** Plays the contact: stores what a gateway would store of a reply. */
  async writes(from: string, text: string, change: Partial<InboundMessage> = {}): Promise<InboundMessage> {
    const message = aMessage(from, text, { storedAt: this.now(), ...change });
    await this.db.messages.insertOne(message);
    return message;
  }

  /** Whether the ledger keeps us from writing to an address. */
  async suppressed(address: string): Promise<boolean> {
    return (await new SuppressionStore(this.db, this.keys).standingOf(address)) !== null;
  }

  /** Waits until the contact with this address has nothing to take and is waited for. */
  async waitsForReply(address: string): Promise<void> {
    const [contact] = await this.db.contacts.find({ addresses: address }).lean<Contact[]>();
    if (!contact) throw new Error(`no contact ${address}`);
    await this.settledIn(contact, 'awaiting-reply', 30_000);
  }

  async stageOf(contact: Contact): Promise<string> {
    return (await this.conversationOf(contact)).stage;
  }

  /** Waits until a contact's conversation is in a stage with nothing left to take. */
  async settledIn(contact: Contact, stage: string, withinMs?: number): Promise<void> {
    await eventually(
      `stage ${stage}`,
      async () => {
        const conversation = await this.conversationOf(contact);
        const waits = await this.db.messages.exists({ unhandledFor: conversation._id });
        const isOpened = conversation.unhandledFor === undefined;
        return conversation.stage === stage && isOpened && !waits ? conversation : null;
      },
      withinMs,
    );
  }

  /** Waits until everything this contact wrote is taken. */
  async hasHeard({ addresses }: Contact): Promise<void> {
    await eventually('every message to be taken', async () => {
      const left = { $or: [{ state: 'new' as const }, { unhandledFor: { $exists: true } }] };
      return (await this.db.messages.exists({ from: { $in: [...addresses] }, ...left })) === null ? true : null;
    });
  }

  /** Business time. */
  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  async moveClockTo(moment: Date): Promise<void> {
    this.aheadMs = moment.getTime() - Date.now();
    await new ClockStore(this.db).moveTo(moment);
  }

  /** Days may be a part of one. */
  moveClockBy(days: number): Promise<void> {
    return this.moveClockTo(new Date(this.now().getTime() + days * 86_400_000));
  }

  private async addAccount({ smtpPort, imapPort }: MailServers): Promise<void> {
    await new AccountStore(this.db, this.keys).add({
      ...this.account,
      productId: 'otzyvy',
      user: this.account.address,
      password: ACCOUNT_PASSWORD,
      smtp: { host: '127.0.0.1', port: smtpPort },
      imap: { host: '127.0.0.1', port: imapPort },
      security: 'none',
      plusAddressing: false,
      createdAt: new Date(),
    });
  }
}

/** An hour into the next working day, where the product is. */
function aWorkingMorning(product: Product): Date {
  const now = new Date();
  return new Date(workingDayAfter(now, 1, rulesOf(product, { timeZone: null }, now)).getTime() + 3_600_000);
}
