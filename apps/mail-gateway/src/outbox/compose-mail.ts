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
    ...(letter.html === '' ? {} : { html: letter.html }),
    date,
    messageId: letter.messageId,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: letter.inReplyTo }),
    references: [...letter.references],
    ...withInvitations(letter, contents),
    headers: writtenBy(letter.letters),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 5233: `name+token@domain` arrives where `name@domain` does. */
function withToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/**
 * Calendar parts (RFC 6047). One meeting is also an alternative of the text, by which mail clients show it as such; of
 * several to choose from, each is a file only.
 */
function withInvitations(
  { attachments, invitations }: OutboxMessage,
  contents: readonly Buffer[],
): Pick<Mail.Options, 'attachments' | 'icalEvent'> {
  const files = attachments.map(({ name, contentType }, index) => ({
    filename: name,
    contentType,
    content: contents[index] ?? Buffer.alloc(0),
  }));
  const [only, ...more] = invitations;
  if (only !== undefined && more.length === 0) {
    return { attachments: files, icalEvent: { filename: only.name, method: only.method, content: only.content } };
  }
  const calendars = invitations.map(({ name, method, content }) => ({
    filename: name,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content,
  }));
  return { attachments: [...files, ...calendars] };
}

/** RFC 3834: a mail with no person's hand in it says so, and whether it was sent because a mail came in. */
function writtenBy(letters: readonly Letter[]): Mail.Options['headers'] & object {
  const kinds = letters.map(submission);
  if (kinds.includes('by-hand')) return {};
  return { 'Auto-Submitted': kinds.includes('auto-generated') ? 'auto-generated' : 'auto-replied' };
}

function submission(letter: Letter): 'by-hand' | 'auto-replied' | 'auto-generated' {
  switch (letter) {
    case 'opening':
    case 'referral-opening':
    case 'reminder':
    case 'follow-up':
    case 'demo-follow-up':
    case 'operator-reply':
      return 'by-hand';
    case 'operator-notice':
      return 'auto-generated';
    case 'answer':
    case 'presentation':
    case 'demo-access':
    case 'demo-slots':
    case 'slot-booked':
    case 'slot-cancelled':
    case 'postpone-agreed':
    case 'redirect-ask':
    case 'redirect-thanks':
    case 'stop-confirmed':
    case 'ask-to-resume':
      return 'auto-replied';
    default:
      return letter satisfies never;
  }
}
