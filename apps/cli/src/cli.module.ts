import { Module } from '@nestjs/common';
import { AccountAddCommand } from './account/account-add.command';
import { AccountCheckCommand } from './account/account-check.command';
import { AccountListCommand } from './account/account-list.command';
import { AccountRekeyCommand } from './account/account-rekey.command';
import { AccountResumeCommand } from './account/account-resume.command';
import { AccountUpdateCommand } from './account/account-update.command';
import { AccountCommand } from './account/account.command';
import { StrictCommandLine } from './command-line/strict-command-line';
import { ContactAddCommand } from './contact/contact-add.command';
import { ContactEraseCommand } from './contact/contact-erase.command';
import { ContactExportCommand } from './contact/contact-export.command';
import { ContactImportCommand } from './contact/contact-import.command';
import { ContactLinkCommand } from './contact/contact-link.command';
import { ContactListCommand } from './contact/contact-list.command';
import { ContactNoteCommand } from './contact/contact-note.command';
import { ContactReleaseCommand } from './contact/contact-release.command';
import { ContactReplyCommand } from './contact/contact-reply.command';
import { ContactRestartCommand } from './contact/contact-restart.command';
import { ContactResumeCommand } from './contact/contact-resume.command';
import { ContactShowCommand } from './contact/contact-show.command';
import { ContactStopCommand } from './contact/contact-stop.command';
import { ContactTakeCommand } from './contact/contact-take.command';
import { ContactCommand } from './contact/contact.command';
import { DoctorCommand } from './doctor/doctor.command';
import { DraftApproveCommand } from './draft/draft-approve.command';
import { DraftEditCommand } from './draft/draft-edit.command';
import { DraftListCommand } from './draft/draft-list.command';
import { DraftRejectCommand } from './draft/draft-reject.command';
import { DraftCommand } from './draft/draft.command';
import { InitCommand } from './init/init.command';
import { Installation } from './installation/installation';
import { MailAttachmentCommand } from './mail/mail-attachment.command';
import { MailRawCommand } from './mail/mail-raw.command';
import { MailReadCommand } from './mail/mail-read.command';
import { MailShowCommand } from './mail/mail-show.command';
import { MailUnmatchedCommand } from './mail/mail-unmatched.command';
import { MailCommand } from './mail/mail.command';
import { OutboxCancelCommand } from './outbox/outbox-cancel.command';
import { OutboxListCommand } from './outbox/outbox-list.command';
import { OutboxRetryCommand } from './outbox/outbox-retry.command';
import { OutboxShowCommand } from './outbox/outbox-show.command';
import { OutboxCommand } from './outbox/outbox.command';
import { ProductCheckCommand } from './product/product-check.command';
import { ProductLoadCommand } from './product/product-load.command';
import { ProductShowCommand } from './product/product-show.command';
import { ProductCommand } from './product/product.command';
import { RecoverCommand } from './recover/recover.command';
import { SimulateCommand } from './simulate/simulate.command';
import { SlotFreeCommand } from './slot/slot-free.command';
import { SlotListCommand } from './slot/slot-list.command';
import { SlotCommand } from './slot/slot.command';
import { StatusCommand } from './status/status.command';
import { SuppressionCheckCommand } from './suppression/suppression-check.command';
import { SuppressionImportCommand } from './suppression/suppression-import.command';
import { SuppressionLiftCommand } from './suppression/suppression-lift.command';
import { SuppressionListCommand } from './suppression/suppression-list.command';
import { SuppressionRekeyCommand } from './suppression/suppression-rekey.command';
import { SuppressionCommand } from './suppression/suppression.command';
import { UnderstandCommand } from './understand/understand.command';

/** Every command of the operator. */
@Module({
  providers: [
    StrictCommandLine,
    Installation,
    InitCommand,
    DoctorCommand,
    RecoverCommand,
    ProductCommand,
    ProductCheckCommand,
    ProductLoadCommand,
    ProductShowCommand,
    AccountCommand,
    AccountAddCommand,
    AccountCheckCommand,
    AccountListCommand,
    AccountRekeyCommand,
    AccountResumeCommand,
    AccountUpdateCommand,
    ContactCommand,
    ContactAddCommand,
    ContactEraseCommand,
    ContactExportCommand,
    ContactImportCommand,
    ContactLinkCommand,
    ContactListCommand,
    ContactNoteCommand,
    ContactReleaseCommand,
    ContactReplyCommand,
    ContactRestartCommand,
    ContactResumeCommand,
    ContactShowCommand,
    ContactStopCommand,
    ContactTakeCommand,
    DraftCommand,
    DraftApproveCommand,
    DraftEditCommand,
    DraftListCommand,
    DraftRejectCommand,
    OutboxCommand,
    OutboxCancelCommand,
    OutboxListCommand,
    OutboxRetryCommand,
    OutboxShowCommand,
    SuppressionCommand,
    SuppressionCheckCommand,
    SuppressionImportCommand,
    SuppressionLiftCommand,
    SuppressionListCommand,
    SuppressionRekeyCommand,
    StatusCommand,
    SlotCommand,
    SlotFreeCommand,
    SlotListCommand,
    MailCommand,
    MailReadCommand,
    MailUnmatchedCommand,
    MailShowCommand,
    MailAttachmentCommand,
    MailRawCommand,
    SimulateCommand,
    UnderstandCommand,
  ],
})
export class CliModule {}
