import { NestFactory } from '@nestjs/core';
import { AccessCodeStore } from '@app/persistence/access-codes/access-code.store';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { COLLECTIONS } from '@app/persistence/collections';
import { CommandStore } from '@app/persistence/commands/command.store';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import { Database } from '@app/persistence/database';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import { KeyRing } from '@app/persistence/keys/key-ring';
import { LinkStore } from '@app/persistence/links/link.store';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { ProductStore } from '@app/persistence/products/product.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { SlotStore } from '@app/persistence/slots/slot.store';
import { BotStore } from '@app/persistence/telegram/bot.store';
import { reachDatabase } from '@app/persistence/reach-database';
import { TurnStore } from '@app/persistence/turns/turn.store';
import { WaitingStore } from '@app/persistence/waiting/waiting.store';
import { checkDatabase } from '@app/runtime/boot/check-database';
import { CoreModule } from '@app/runtime/boot/core.module';
import { loadEnvFile } from '@app/runtime/boot/load-env-file';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { readSettings, type Settings } from '@app/runtime/config/settings';

/** The stores of one installation, over an open connection. */
export interface OpenInstallation {
  readonly settings: Settings;
  readonly clock: BusinessClock;
  readonly db: Database;
  readonly products: ProductStore;
  readonly accessCodes: AccessCodeStore;
  readonly slots: SlotStore;
  readonly suppressions: SuppressionStore;
  readonly accounts: AccountStore;
  readonly contacts: ContactStore;
  readonly bots: BotStore;
  readonly links: LinkStore;
  readonly conversations: ConversationStore;
  readonly messages: MessageStore;
  readonly outbox: OutboxStore;
  readonly turns: TurnStore;
  readonly waiting: WaitingStore;
  readonly commands: CommandStore;
  /** Follows `commands`, once. */
  readonly commandFeed: ChangeFeed;
  /** Follows whatever a status shows, once. */
  readonly statusFeed: ChangeFeed;
  close(): Promise<void>;
}

/** Opens what the environment names: settings, key file, prepared database. Throws what the operator has to put right. */
export async function openInstallation(): Promise<OpenInstallation> {
  const settings = readEnvironment();
  const keys = readKeyFile(settings.keyFile);
  const opened = await openWith(settings, keys);
  try {
    await checkDatabase(opened.db, keys);
    await opened.clock.load();
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

/** The same before there is a key file or anything in the database. */
export function openUnprepared(): Promise<OpenInstallation> {
  return openWith(readEnvironment(), NO_KEYS);
}

const NO_KEYS = new KeyRing({ ledger: { current: '', keys: {} }, secrets: { current: '', keys: {} } });

function readEnvironment(): Settings {
  loadEnvFile();
  return readSettings(process.env);
}

const SHOWN_IN_STATUS = [
  COLLECTIONS.messages,
  COLLECTIONS.conversations,
  COLLECTIONS.outbox,
  COLLECTIONS.timers,
  COLLECTIONS.commands,
  COLLECTIONS.llmJobs,
  COLLECTIONS.mailAccounts,
  COLLECTIONS.telegramBots,
  COLLECTIONS.instances,
] as const;

/** Opens an installation unchecked. */
export async function openWith(settings: Settings, keys: KeyRing): Promise<OpenInstallation> {
  // Nest tries again for minutes; the operator wants to know at once.
  await reachDatabase(settings.mongodbUri);
  const core = CoreModule.of(settings, keys);
  const context = await NestFactory.createApplicationContext(core, { logger: false, abortOnError: false });
  return {
    settings,
    clock: context.get(BusinessClock),
    db: context.get(Database),
    products: context.get(ProductStore),
    accessCodes: context.get(AccessCodeStore),
    slots: context.get(SlotStore),
    suppressions: context.get(SuppressionStore),
    accounts: context.get(AccountStore),
    contacts: context.get(ContactStore),
    bots: context.get(BotStore),
    links: context.get(LinkStore),
    conversations: context.get(ConversationStore),
    messages: context.get(MessageStore),
    outbox: context.get(OutboxStore),
    turns: context.get(TurnStore),
    waiting: context.get(WaitingStore),
    commands: context.get(CommandStore),
    commandFeed: new ChangeFeed(settings.mongodbUri, settings.mongodbDatabase, {
      by: 'collection',
      collections: [COLLECTIONS.commands],
    }),
    statusFeed: new ChangeFeed(settings.mongodbUri, settings.mongodbDatabase, {
      by: 'database',
      collections: SHOWN_IN_STATUS,
    }),
    close: () => context.close(),
  };
}
