import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { loginOf } from '@app/runtime/mail/login-of';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { logIn } from '../mailbox/log-in';
import { SentFolder } from './sent-folder';

/** The folder of sent mail of each account, made when it is first needed and anew when the account's login was changed. */
@Injectable()
export class SentFolders {
  private readonly folders = new Map<string, { readonly folder: SentFolder; readonly madeFor: string }>();
  private readonly stopping = new AbortController();

  constructor(private readonly credentials: MailCredentials) {}

  of(account: MailAccount): SentFolder {
    const madeFor = loginOf(account);
    const standing = this.folders.get(account._id);
    if (standing?.madeFor === madeFor) return standing.folder;

    const { signal } = this.stopping;
    const folder = new SentFolder(() => logIn(account, this.credentials.of(account), signal));
    standing?.folder.close();
    this.folders.set(account._id, { folder, madeFor });
    return folder;
  }

  /** Breaks off what is under way. */
  close(): void {
    this.stopping.abort();
    for (const { folder } of this.folders.values()) folder.close();
  }
}
