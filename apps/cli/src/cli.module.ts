import { Module } from '@nestjs/common';
import { AccountAddCommand } from './account/account-add.command';
import { AccountCheckCommand } from './account/account-check.command';
import { AccountListCommand } from './account/account-list.command';
import { AccountCommand } from './account/account.command';
import { StrictCommandLine } from './command-line/strict-command-line';
import { ContactCommand } from './contact/contact.command';
import { ContactAddCommand } from './contact/contact-add.command';
import { ContactImportCommand } from './contact/contact-import.command';
import { ContactListCommand } from './contact/contact-list.command';
import { ContactReleaseCommand } from './contact/contact-release.command';
import { ContactReplyCommand } from './contact/contact-reply.command';
import { ContactRestartCommand } from './contact/contact-restart.command';
import { ContactShowCommand } from './contact/contact-show.command';
import { ContactStopCommand } from './contact/contact-stop.command';
import { MailCommand } from './mail/mail.command';
import { MailReadCommand } from './mail/mail-read.command';
import { MailUnmatchedCommand } from './mail/mail-unmatched.command';
import { InitCommand } from './init/init.command';
import { Installation } from './installation/installation';
import { ProductLoadCommand } from './product/product-load.command';
import { ProductShowCommand } from './product/product-show.command';
import { ProductCommand } from './product/product.command';

/** Every command of the operator. */
@Module({
  providers: [
    StrictCommandLine,
    Installation,
    InitCommand,
    ProductCommand,
    ProductLoadCommand,
    ProductShowCommand,
    AccountCommand,
    AccountAddCommand,
    AccountCheckCommand,
    AccountListCommand,
    ContactCommand,
    ContactAddCommand,
    ContactImportCommand,
    ContactListCommand,
    ContactReleaseCommand,
    ContactReplyCommand,
    ContactRestartCommand,
    ContactShowCommand,
    ContactStopCommand,
    MailCommand,
    MailReadCommand,
    MailUnmatchedCommand,
  ],
})
export class CliModule {}
