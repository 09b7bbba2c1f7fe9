import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Collection, Db } from 'mongodb';
import type { ClientSession, Connection, Model, Schema } from 'mongoose';
import type { LlmJob } from '@app/llm-jobs/job';
import { accessCodeSchema, type AccessCode } from './access-codes/access-code.schema';
import { accountSchema, cursorSchema, type MailAccount, type MailboxCursor } from './accounts/account.schema';
import { clockSchema, type ClockDocument } from './clock/clock.schema';
import { commandSchema, type Command } from './commands/command.schema';
import { companySchema, type Company } from './companies/company.schema';
import { contactSchema, type Contact } from './contacts/contact.schema';
import { electionOf } from './feed/change-feed';
import { conversationSchema, type ConversationDocument } from './conversations/conversation.schema';
import { instanceSchema, type Instance } from './instances/instance.schema';
import { jobSchema } from './jobs/job.schema';
import { erasedMessageSchema, type ErasedMessage } from './messages/erased-message.schema';
import { messageSchema, type InboundMessage } from './messages/message.schema';
import { migrationSchema, type MigrationRecord } from './migrations/migration.schema';
import { outboxSchema, type OutboxMessage } from './outbox/outbox.schema';
import { productSchema, type ProductDocument } from './products/product.schema';
import { quotaSchema, type Quota } from './quotas/quota.schema';
import { recipientSchema, suppressionSchema, type Recipient, type Suppression } from './recipients/recipient.schema';
import { slotCellSchema, slotSchema, type SlotCell, type SlotDocument } from './slots/slot.schema';
import { linkSchema, vainStartsSchema, type TelegramLink, type VainStarts } from './links/link.schema';
import { botSchema, type TelegramBot } from './telegram/bot.schema';
import { businessConnectionSchema, type BusinessConnection } from './telegram/business-connection.schema';
import { groupSchema, type ToldGroup } from './telegram/group.schema';
import { paceSchema, type Pace } from './telegram/pace.schema';
import { timerSchema, type Timer } from './timers/timer.schema';
import { turnSchema, type Turn } from './turns/turn.schema';

/** The collections, typed, and the one way to change several of them together. */
@Injectable()
export class Database {
  readonly contacts: Model<Contact>;
  readonly conversations: Model<ConversationDocument>;
  readonly turns: Model<Turn>;
  readonly messages: Model<InboundMessage>;
  readonly outbox: Model<OutboxMessage>;
  readonly timers: Model<Timer>;
  readonly recipients: Model<Recipient>;
  readonly suppressions: Model<Suppression>;
  readonly commands: Model<Command>;
  readonly accounts: Model<MailAccount>;
  readonly cursors: Model<MailboxCursor>;
  readonly products: Model<ProductDocument>;
  readonly slots: Model<SlotDocument>;
  readonly slotCells: Model<SlotCell>;
  readonly accessCodes: Model<AccessCode>;
  readonly quotas: Model<Quota>;
  readonly companies: Model<Company>;
  readonly erasedMessages: Model<ErasedMessage>;
  readonly telegramLinks: Model<TelegramLink>;
  readonly telegramVainStarts: Model<VainStarts>;
  readonly telegramBots: Model<TelegramBot>;
  readonly telegramConnections: Model<BusinessConnection>;
  readonly telegramGroups: Model<ToldGroup>;
  readonly telegramPaces: Model<Pace>;
  readonly llmJobs: Model<LlmJob>;
  readonly migrations: Model<MigrationRecord>;
  readonly instances: Model<Instance>;
  readonly clock: Model<ClockDocument>;

  private readonly natives = new Map<string, unknown>();
  private readonly sessions = new Set<string>();
  private readonly idleSessions: ClientSession[] = [];

  constructor(@InjectConnection() readonly connection: Connection) {
    const model = <T>(name: string, schema: Schema<T>): Model<T> =>
      (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema);
    this.contacts = model('Contact', contactSchema);
    this.conversations = model('Conversation', conversationSchema);
    this.turns = model('Turn', turnSchema);
    this.messages = model('InboundMessage', messageSchema);
    this.outbox = model('OutboxMessage', outboxSchema);
    this.timers = model('Timer', timerSchema);
    this.recipients = model('Recipient', recipientSchema);
    this.suppressions = model('Suppression', suppressionSchema);
    this.commands = model('Command', commandSchema);
    this.accounts = model('MailAccount', accountSchema);
    this.cursors = model('MailboxCursor', cursorSchema);
    this.products = model('Product', productSchema);
    this.slots = model('Slot', slotSchema);
    this.slotCells = model('SlotCell', slotCellSchema);
    this.accessCodes = model('AccessCode', accessCodeSchema);
    this.quotas = model('Quota', quotaSchema);
    this.companies = model('Company', companySchema);
    this.erasedMessages = model('ErasedMessage', erasedMessageSchema);
    this.telegramLinks = model('TelegramLink', linkSchema);
    this.telegramVainStarts = model('VainStarts', vainStartsSchema);
    this.telegramBots = model('TelegramBot', botSchema);
    this.telegramConnections = model('BusinessConnection', businessConnectionSchema);
    this.telegramGroups = model('ToldGroup', groupSchema);
    this.telegramPaces = model('Pace', paceSchema);
    this.llmJobs = model('LlmJob', jobSchema);
    this.migrations = model('Migration', migrationSchema);
    this.instances = model('Instance', instanceSchema);
    this.clock = model('Clock', clockSchema);
  }

  /** The same database as the driver sees it: for commands, and for what mongoose has no word for. */
  get driver(): Db {
    return this.connection.getClient().db(this.connection.name);
  }

  /** The driver's own view of a collection, for what a contact waits for: mongoose adds about 0.35 ms an operation. */
  native<T extends { readonly _id: string }>(model: Model<T>): Collection<T> {
    const { name } = model.collection;
    const known = this.natives.get(name) as Collection<T> | undefined;
    if (known) return known;
    const native = this.driver.collection<T>(name);
    this.natives.set(name, native);
    return native;
  }

  /** Which election made the primary these collections are read from. */
  election(): Promise<string> {
    return electionOf(this.driver);
  }

  /**
   * Runs `work` in one transaction: snapshot reads, `w: majority`, transient errors retried from its start.
   * `abort(value)` inside it undoes everything and makes `value` the result.
   */
  async transaction<T>(work: (session: ClientSession, abort: (value: T) => never) => Promise<T>): Promise<T> {
    const session = this.idleSessions.pop() ?? (await this.openSession());
    const abort = (value: T): never => {
      throw new Aborted(value);
    };
    try {
      const result = await session.withTransaction(() => work(session, abort), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority' },
        readPreference: 'primary',
      });
      this.idleSessions.push(session);
      return result;
    } catch (error) {
      if (error instanceof Aborted) {
        this.idleSessions.push(session);
        return error.value as T;
      }
      // What broke a transaction may have broken its session.
      await session.endSession();
      throw error;
    }
  }

  /** The sessions whose transactions this process may have open, as lower-case hex. */
  get sessionIds(): readonly string[] {
    return [...this.sessions];
  }

  /** Called with a new session's id before its first transaction: whoever buries this process must know it. */
  onSession: (id: string) => Promise<void> = () => Promise.resolve();

  private async openSession(): Promise<ClientSession> {
    const session = await this.connection.startSession();
    const id = session.id?.id.toString('hex') ?? '';
    this.sessions.add(id);
    await this.onSession(id);
    return session;
  }
}

class Aborted extends Error {
  constructor(readonly value: unknown) {
    super('The transaction was undone on purpose.');
  }
}
