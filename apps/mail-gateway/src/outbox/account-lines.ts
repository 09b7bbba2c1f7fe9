import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { PerLogin } from './per-login';
import { AccountLine } from './account-line';
import { AccountTransport } from './account.transport';

/** A transport for each account in the mailer, made when it is first needed and anew when its login was changed. */
@Injectable()
export class AccountLines implements OnModuleDestroy {
  /** The service stops: nothing more may be claimed. */
  closing = false;
  private readonly lines = new PerLogin((account) => this.make(account));

  constructor(
    private readonly mailer: MailerService,
    private readonly credentials: MailCredentials,
  ) {}

  onModuleDestroy(): void {
    this.closing = true;
  }

  /** The line of an account. Throws `KeyMissing` when its password cannot be opened. */
  of(account: MailAccount): AccountLine {
    return this.lines.of(account);
  }

  private make(account: MailAccount): AccountLine {
    const transport = AccountTransport.of(account, this.credentials.of(account));
    this.mailer.removeTransporter(account._id);
    this.mailer.addTransporter(account._id, transport);
    return new AccountLine();
  }
}
