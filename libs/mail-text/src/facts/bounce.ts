import type { BounceKind } from '../kind/bounce-severity';
import { statusIn } from '../kind/bounce-severity';
import { type ReportedRecipient, reportedRecipients } from '../kind/delivery-report';
import type { ParsedMail } from '../parsed-mail';
import { bouncedMessageId } from '../threading';
import { addressesIn } from './addresses-in';

/** What a mail system says of a letter of ours that did not arrive. */
export interface BounceFacts {
  readonly type: 'bounce';
  /** `hard`: the address is dead. `soft`: this letter did not arrive. */
  readonly severity: 'hard' | 'soft';
  /** The Message-ID of our letter, in angle brackets. */
  readonly messageId: string | undefined;
  /** The enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly status: string | undefined;
  /** The address that was not reached, as we wrote to it where the report knows, in lower case. */
  readonly recipient: string | undefined;
}

/** Reads a bounce: its report (RFC 3464) first, then its headers, then its words. */
export function bounceOf(mail: ParsedMail, kind: BounceKind): BounceFacts {
  const report = reportedRecipients(mail.structure.deliveryStatus ?? '');
  const failed = report.find(({ action }) => action === 'failed' || action === 'delayed') ?? report[0];
  const words = (mail.text || mail.html || '').slice(0, LONGEST_WORDS);
  return {
    type: 'bounce',
    severity: kind === 'bounce_hard' ? 'hard' : 'soft',
    messageId: bouncedMessageId(mail),
    status: (failed && statusOf(failed)) || statusIn(words) || undefined,
    recipient: failed?.recipient || recipientInHeaders(mail) || recipientInWords(mail, words),
  };
}

const LONGEST_WORDS = 8000;

/** The server that refused knows better than the one that reports it, and "other" knows nothing. */
function statusOf({ status, diagnostic }: ReportedRecipient): string {
  const codes = [statusIn(diagnostic), status].filter((code) => code !== '');
  return codes.find((code) => !code.endsWith('.0.0')) ?? codes[0] ?? '';
}

function recipientInHeaders(mail: ParsedMail): string | undefined {
  const headers = [...(mail.headers.get('x-failed-recipients') ?? []), ...returnedTo(mail)];
  return addressesIn(headers.join(' ').slice(0, LONGEST_WORDS))[0];
}

/** To whom the letter went that is sent back. */
function returnedTo(mail: ParsedMail): readonly string[] {
  const to = /^to:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(mail.structure.enclosedMail ?? '')?.[1];
  return to === undefined ? [] : [to];
}

function recipientInWords(mail: ParsedMail, words: string): string | undefined {
  const own = new Set([mail.from, ...mail.to].map((mailbox) => mailbox?.address));
  return addressesIn(words).find((address) => !own.has(address) && !/^(postmaster|mailer-daemon)@/.test(address));
}
