import type Mail from 'nodemailer/lib/mailer';
import type { Letter } from '@app/domain/letter';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** What a mail is made of, besides its letter. */
export interface MailFacts {
  readonly account: Pick<MailAccount, 'address' | 'plusAddressing'>;
  /** Business time. */
  readonly date: Date;
  /** In the order of the letter's attachments. */
  readonly contents: readonly Buffer[];
}

/** Says what the mail of a letter looks like (RFC 5322), as nodemailer takes it. */
export function composeMail(letter: OutboxMessage, { account, date, contents }: MailFacts): Mail.Options {
  return {
    from: { name: letter.fromName, address: account.address },
    to: { name: letter.toName, address: letter.to },
    ...(account.plusAddressing ? { replyTo: withToken(account.address, letter.token) } : {}),
    subject: letter.subject,
    text: letter.text,
    date,
    messageId: letter.messageId,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: letter.inReplyTo }),
    references: [...letter.references],
    attachments: letter.attachments.map(({ name, contentType }, index) => ({
      filename: name,
      contentType,
      content: contents[index] ?? Buffer.alloc(0),
    })),
    headers: letter.letters.every(answersByItself) ? { 'Auto-Submitted': 'auto-replied' } : {},
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 5233: `name+token@domain` arrives where `name@domain` does. */
function withToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** RFC 3834: sent because a mail came in, and with no person's hand in it. */
function answersByItself(letter: Letter): boolean {
  switch (letter) {
    case 'opening':
    case 'referral-opening':
    case 'reminder':
    case 'demo-follow-up':
    case 'operator-reply':
      return false;
    case 'answer':
    case 'presentation':
    case 'demo-access':
    case 'postpone-agreed':
    case 'redirect-ask':
    case 'redirect-thanks':
    case 'stop-confirmed':
      return true;
    default:
      return letter satisfies never;
  }
}
