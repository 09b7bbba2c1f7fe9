import { Module } from '@nestjs/common';
import { AccountStore } from './accounts/account.store';
import { CursorStore } from './accounts/cursor.store';
import { ClockStore } from './clock/clock.store';
import { CommandStore } from './commands/command.store';
import { ContactStore } from './contacts/contact.store';
import { ConversationStore } from './conversations/conversation.store';
import { Database } from './database';
import { InstanceStore } from './instances/instance.store';
import { MessageStore } from './messages/message.store';
import { OutboxStore } from './outbox/outbox.store';
import { ProductStore } from './products/product.store';
import { SuppressionStore } from './recipients/suppression.store';
import { TurnStore } from './turns/turn.store';

const STORES = [
  Database,
  AccountStore,
  CursorStore,
  ClockStore,
  CommandStore,
  ContactStore,
  ConversationStore,
  InstanceStore,
  MessageStore,
  OutboxStore,
  ProductStore,
  SuppressionStore,
  TurnStore,
];

/** The stores, over the connection and the key ring that the application's root provides. */
@Module({ providers: STORES, exports: STORES })
export class PersistenceModule {}
