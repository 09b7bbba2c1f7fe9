import type { DynamicModule } from '@nestjs/common';
import { MailerModule } from '@nestjs-modules/mailer';
import { COLLECTIONS } from '@app/persistence/collections';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { ServiceModule } from '@app/runtime/boot/service.module';
import type { Settings } from '@app/runtime/config/settings';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { AttachmentFiles } from '@app/runtime/outbox/attachment-files';
import { LettersInHand } from '@app/runtime/outbox/letters-in-hand';
import { OutboxChannel } from '@app/runtime/outbox/outbox-channel';
import { OutboxReactor } from '@app/runtime/outbox/outbox.reactor';
import { Settlements } from '@app/runtime/outbox/settlements';
import { FolderCursors } from './mailbox/folder-cursors';
import { MailIntake } from './mailbox/mail-intake';
import { MailboxReactor } from './mailbox/mailbox.reactor';
import { MailboxReader } from './mailbox/mailbox-reader';
import { SentIntake } from './mailbox/sent-intake';
import { SentReader } from './mailbox/sent-reader';
import { AccountLines } from './outbox/account-lines';
import { AccountPause } from './outbox/account-pause';
import { CappedLetterSender } from './outbox/capped-letter.sender';
import { ClaimedLetters } from './outbox/claimed-letters';
import { LetterPreparer } from './outbox/letter-preparer';
import { HandOver } from './outbox/hand-over';
import { LetterSender } from './outbox/letter.sender';
import { LostAnswers } from './outbox/lost-answers';
import { MailChannel } from './outbox/mail.channel';
import { SendingAccounts } from './outbox/sending-accounts';
import { SentCopies } from './outbox/sent-copies';
import { SentFolders } from './outbox/sent-folders';
import { HttpListener } from './unsubscribe/http.listener';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller';
import { UnsubscribeIntake } from './unsubscribe/unsubscribe-intake';
import { RestoredAccounts } from './restored-accounts';
import { UsableAccounts } from './usable-accounts';

/** Sends what stands in the outbox and stores what arrives in the mailboxes; whose it is, is not its business. */
export function gatewayModule(settings: Settings, keys: KeyRing): DynamicModule {
  const service = ServiceModule.of({
    name: 'mail-gateway',
    settings,
    keys,
    watches: {
      by: 'collection',
      collections: [COLLECTIONS.outbox, COLLECTIONS.mailAccounts],
      waking: { outbox: { status: ['queued'] } },
    },
    reactors: [OutboxReactor, MailboxReactor],
    providers: [
      RestoredAccounts,
      UsableAccounts,
      AccountLines,
      AccountPause,
      AttachmentFiles,
      CappedLetterSender,
      ClaimedLetters,
      FolderCursors,
      HandOver,
      HttpListener,
      LetterPreparer,
      LetterSender,
      LettersInHand,
      LostAnswers,
      MailCredentials,
      MailIntake,
      MailboxReader,
      SendingAccounts,
      SentCopies,
      SentFolders,
      SentIntake,
      SentReader,
      Settlements,
      UnsubscribeIntake,
      { provide: OutboxChannel, useClass: MailChannel },
    ],
    // The module wants a transport at its start; ours come with the accounts, and this one goes nowhere.
    imports: [MailerModule.forRoot({ transport: { jsonTransport: true } })],
  });
  return { ...service, controllers: [UnsubscribeController] };
}
