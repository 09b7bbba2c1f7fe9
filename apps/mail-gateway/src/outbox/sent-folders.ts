import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { logIn } from '../mailbox/log-in';
import { PerLogin } from './per-login';
import { SentFolder } from './sent-folder';

/** The folder of sent mail of each account, made when it is first needed and anew when the account's login was changed. */
@Injectable()
export class SentFolders {
  private readonly folders = new PerLogin<SentFolder>((account, replaced) => {
    replaced?.close();
    return new SentFolder(() => logIn(account, this.credentials.of(account), this.stopping.signal));
  });
  private readonly stopping = new AbortController();

  constructor(private readonly credentials: MailCredentials) {}

  of(account: MailAccount): SentFolder {
    return this.folders.of(account);
  }

  /** Breaks off what is under way. */
  close(): void {
    this.stopping.abort();
    for (const folder of this.folders.all()) folder.close();
  }
}
