import type { DynamicModule } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { ServiceModule } from '@app/runtime/boot/service.module';
import type { Settings } from '@app/runtime/config/settings';
import { PausedAccountReactor } from './accounts/paused-account.reactor';
import { AddressCommands } from './commands/address-commands';
import { CommandReactor } from './commands/command.reactor';
import { ContactCommands } from './commands/contact-commands';
import { ConversationCommands } from './commands/conversation-commands';
import { CompanyStopReactor } from './companies/company-stop.reactor';
import { ApprovalReactor } from './drafts/approval.reactor';
import { FilingByTurn } from './filing/filing-by-turn';
import { FilingReactor } from './filing/filing.reactor';
import { LedgerJournalReactor } from './journal/ledger-journal.reactor';
import { ModelAsker } from './model/model-asker';
import { ModelDesk } from './model/model-desk';
import { ModelQueue } from './model/model-queue';
import { SettledJobReactor } from './model/settled-job.reactor';
import { SettlementReader } from './model/settlement-reader';
import { ConversationAdvancer } from './turns/conversation-advancer';
import { ConversationReactor } from './turns/conversation.reactor';
import { InputFinder } from './turns/input-finder';
import { MessageReader } from './turns/message-reader';
import { Catalogue } from './turns/catalogue';
import { CatalogueReactor } from './turns/catalogue.reactor';
import { TurnTaker } from './turns/turn-taker';

/** Decides: files what comes in, takes the turns, stores what follows from them. It holds no channel's password. */
export function brainModule(settings: Settings, keys: KeyRing): DynamicModule {
  return ServiceModule.of({
    name: 'sales-brain',
    settings,
    keys,
    watches: {
      by: 'database',
      collections: [
        COLLECTIONS.messages,
        COLLECTIONS.outbox,
        COLLECTIONS.conversations,
        COLLECTIONS.timers,
        COLLECTIONS.commands,
        COLLECTIONS.suppressions,
        COLLECTIONS.companies,
        COLLECTIONS.products,
        COLLECTIONS.mailAccounts,
        COLLECTIONS.llmJobs,
      ],
      waking: {
        messages: { state: ['new'], unhandledFor: 'any' },
        outbox: { unhandledFor: 'any' },
        conversations: { unhandledFor: 'any' },
        timers: { dueAt: 'any' },
        llm_jobs: { status: ['completed', 'failed'] },
      },
    },
    reactors: [
      CatalogueReactor,
      FilingReactor,
      ConversationReactor,
      SettledJobReactor,
      CommandReactor,
      CompanyStopReactor,
      ApprovalReactor,
      LedgerJournalReactor,
      PausedAccountReactor,
    ],
    providers: [
      FilingByTurn,
      ConversationAdvancer,
      InputFinder,
      MessageReader,
      ModelAsker,
      ModelDesk,
      ModelQueue,
      SettlementReader,
      Catalogue,
      TurnTaker,
      ContactCommands,
      ConversationCommands,
      AddressCommands,
    ],
    imports: [],
  });
}
