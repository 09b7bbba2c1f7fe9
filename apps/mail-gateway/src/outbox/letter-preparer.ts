import { Injectable } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { Settings } from '@app/runtime/config/settings';
import { AttachmentFiles } from '@app/runtime/outbox/attachment-files';
import { composeMail } from './compose-mail';

/** A letter with the bytes that leave when it is claimed. */
export interface PreparedLetter {
  readonly letter: OutboxMessage;
  readonly raw: Buffer;
}

/** Makes the MIME of letters, under the lease and before the claim marks them. */
@Injectable()
export class LetterPreparer {
  constructor(
    private readonly files: AttachmentFiles,
    private readonly clock: BusinessClock,
    private readonly settings: Settings,
  ) {}

  /** Throws `FileMissing` when an attachment is not in the database. */
  async prepare(letter: OutboxMessage, account: MailAccount): Promise<PreparedLetter> {
    const contents = await Promise.all(letter.attachments.map(({ sha256 }) => this.files.content(sha256)));
    const { unsubscribeUrl } = this.settings;
    const mail = composeMail(letter, { account, date: this.clock.now(), contents, unsubscribeUrl });
    return { letter, raw: await new MailComposer(mail).compile().build() };
  }
}
