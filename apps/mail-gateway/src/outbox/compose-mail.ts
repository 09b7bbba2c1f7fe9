import type Mail from 'nodemailer/lib/mailer';
import { isInitiated, type Letter } from '@app/domain/letter';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { addressWithToken } from './address-with-token';
import { listUnsubscribe } from './list-unsubscribe';
import { quotingHtml, quotingText } from './quoting';

/** What a mail is made of, besides its letter. */
export interface MailFacts {
  readonly account: Pick<MailAccount, 'address' | 'plusAddressing'>;
  /** Business time. */
  readonly date: Date;
  /** In the order of the letter's attachments. */
  readonly contents: readonly Buffer[];
  /** Where recipients unsubscribe with one click; undefined where nobody serves that. */
  readonly unsubscribeUrl: string | undefined;
}

/**
 * Says what the mail of a letter looks like (RFC 5322), as nodemailer takes it: whatever stands in names, subjects and
 * addresses, it writes no header of their making and no line too long, a domain in its ASCII form, and a local part
 * that has none as it is (RFC 6532).
 */
export function composeMail(
  letter: OutboxMessage,
  { account, date, contents, unsubscribeUrl }: MailFacts,
): Mail.Options {
  return {
    from: { name: letter.fromName, address: account.address },
    to: { name: letter.toName, address: letter.to },
    ...(account.plusAddressing ? { replyTo: addressWithToken(account.address, letter.token) } : {}),
    subject: letter.subject,
    text: quotingText(letter),
    ...(letter.html === '' ? {} : { html: quotingHtml(letter) }),
    date,
    messageId: letter.messageId,
    ...threadOf(letter),
    ...withInvitations(letter, contents),
    headers: {
      ...writtenBy(letter.letters),
      ...(letter.letters.some(isInitiated) ? listUnsubscribe(letter, account, unsubscribeUrl) : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * What the letter answers, and all before it (RFC 5322, section 3.6.4). What others call their mails can be anything:
 * what is no msg-id, or fits into no line (section 2.1.1), is left out.
 */
function threadOf({ inReplyTo, references }: OutboxMessage): Pick<Mail.Options, 'inReplyTo' | 'references'> {
  return {
    ...(inReplyTo !== null && MESSAGE_ID.test(inReplyTo) ? { inReplyTo } : {}),
    references: references.filter((id) => MESSAGE_ID.test(id)),
  };
}

const MESSAGE_ID = /^<[^<>\s\p{Cc}]{1,980}>$/u;

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
function writtenBy(letters: readonly Letter[]): Readonly<Record<string, string>> {
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
    case 'answer-unknown':
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
