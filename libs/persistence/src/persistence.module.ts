import { Module, type DynamicModule } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AccessCodeStore } from './access-codes/access-code.store';
import { AccountStore } from './accounts/account.store';
import { CursorStore } from './accounts/cursor.store';
import { ClockStore } from './clock/clock.store';
import { CommandStore } from './commands/command.store';
import { CompanyStore } from './companies/company.store';
import { ContactStore } from './contacts/contact.store';
import { ConversationStore } from './conversations/conversation.store';
import { Database } from './database';
import { InstanceStore } from './instances/instance.store';
import { LinkStore } from './links/link.store';
import { MessageStore } from './messages/message.store';
import { JobStore } from './jobs/job.store';
import { NoticeStore } from './outbox/notice.store';
import { OutboxStore } from './outbox/outbox.store';
import { ProductStore } from './products/product.store';
import { QuotaStore } from './quotas/quota.store';
import { SuppressionStore } from './recipients/suppression.store';
import { SlotStore } from './slots/slot.store';
import { BotStore } from './telegram/bot.store';
import { BusinessConnectionStore } from './telegram/business-connection.store';
import { GroupStore } from './telegram/group.store';
import { PaceStore } from './telegram/pace.store';
import { TurnStore } from './turns/turn.store';
import { WaitingStore } from './waiting/waiting.store';

const STORES = [
  Database,
  AccessCodeStore,
  AccountStore,
  BotStore,
  BusinessConnectionStore,
  CursorStore,
  ClockStore,
  CommandStore,
  CompanyStore,
  ContactStore,
  ConversationStore,
  GroupStore,
  InstanceStore,
  JobStore,
  LinkStore,
  MessageStore,
  NoticeStore,
  OutboxStore,
  PaceStore,
  ProductStore,
  QuotaStore,
  SlotStore,
  SuppressionStore,
  TurnStore,
  WaitingStore,
];

/**
 * An answer that does not come fails its connection, and the driver asks again over another: once, or a transaction until
 * it stands. By silence, not by the driver's `timeoutMS`, which gives an operation up instead of repeating it, and counts
 * what a reader does between two pages. Longer than any statement of a service, shorter than a sweep.
 */
const SILENCE_LIMIT_MS = 30_000;

/** The stores over one connection; the key ring comes from the application's root. */
@Module({})
export class PersistenceModule {
  static over(uri: string, dbName: string): DynamicModule {
    const connection = MongooseModule.forRoot(uri, {
      dbName,
      serverSelectionTimeoutMS: 5000,
      socketTimeoutMS: SILENCE_LIMIT_MS,
      maxPoolSize: 50,
      autoCreate: false,
      autoIndex: false,
      writeConcern: { w: 'majority' },
    });
    return { module: PersistenceModule, imports: [connection], providers: STORES, exports: STORES };
  }
}
