import type { Mailbox, ParsedMail } from './parsed-mail';
import type { BodyLine } from './reply/body-line';
import { bodiesOf } from './reply/body-lines';
import { findQuotes, isMarkedByClient } from './reply/find-quotes';
import { forwardedLetter } from './reply/forwarded-letter';
import { findSignatures } from './reply/find-signatures';
import { isForwardSeparator } from './reply/separator-line';

export type SignaturePolicy = 'strip' | 'keep';

/** A mail's body in its three parts: every line that says something stands in exactly one of them. */
export interface ReplyParts {
  /** The sender's own new words; '' when there are none, never the quote. */
  readonly text: string;
  /** Whether the sender wrote anything himself; a forward without a comment or a bare signature has no own words. */
  readonly hasOwnWords: boolean;
  readonly quotedText: string;
  /** A letter of somebody else's that is passed on without a word: it stands in the quote, and here without its header. */
  readonly forwardedText: string;
  /** Signature, device line, disclaimer; '' when kept in the text. */
  readonly signature: string;
}

/** Parts a mail's body into what its sender wrote now, what is quoted or forwarded, and the signature. */
export function extractReply(mail: ParsedMail, { signature }: { readonly signature: SignaturePolicy }): ReplyParts {
  const { lines, quoted } = quotesOf(mail);
  const signed = signature === 'strip' ? findSignatures(lines, quoted, mail.from ?? NOBODY) : lines.map(() => false);
  const text = together(lines, (index) => !quoted[index] && !signed[index]);
  return {
    text,
    hasOwnWords: text !== '',
    quotedText: together(lines, (index) => quoted[index] === true),
    forwardedText: text === '' ? forwardedTextOf(mail, lines, quoted) : '',
    signature: together(lines, (index) => !quoted[index] && signed[index] === true),
  };
}

const NOBODY: Mailbox = { address: '', name: '' };

interface QuotedBody {
  readonly lines: readonly BodyLine[];
  readonly quoted: readonly boolean[];
}

/** Some programs make a plain text that shows no quote; the HTML beside it still has the client's marks. */
function quotesOf(mail: ParsedMail): QuotedBody {
  const [lines = [], html] = bodiesOf(mail);
  const quoted = findQuotes(lines, { isReply: isReply(mail) });
  if (quoted.includes(true) || !html?.some((line) => isMarkedByClient(line) && line.text !== '')) {
    return { lines, quoted };
  }
  return { lines: html, quoted: findQuotes(html, { isReply: isReply(mail) }) };
}

function isReply(mail: ParsedMail): boolean {
  return mail.inReplyTo !== undefined || mail.references.length > 0 || REPLY_SUBJECT.test(mail.subject.slice(0, 200));
}

const REPLY_SUBJECT =
  /^\s*(\[[^\]]{0,40}\]\s*)?(re|aw|sv|antw|odp|rif|ref|fwd?|wg|tr|отв|ответ|на|пересл)\s*(\[\d+\]|\(\d+\)|\^\d+)?\s*:/i;

/** Without own words an answer says nothing, for what stands in it is ours; a forward is to be read. */
function forwardedTextOf(mail: ParsedMail, lines: readonly BodyLine[], quoted: readonly boolean[]): string {
  const passedOn = lines.filter((_, index) => quoted[index]);
  const first = passedOn.find(({ text }) => text !== '')?.text ?? '';
  if (!FORWARD_SUBJECT.test(mail.subject.slice(0, 200)) && !isForwardSeparator(first)) return '';
  return forwardedLetter(passedOn).join('\n').trim();
}

const FORWARD_SUBJECT = /^\s*(\[[^\]]{0,40}\]\s*)?(fwd?|wg|tr|rv|enc|i|pd|пд|пер|пересл\p{L}*)\s*:/iu;

function together(lines: readonly BodyLine[], isTaken: (index: number) => boolean): string {
  const taken: string[] = [];
  let isGap = false;
  lines.forEach((line, index) => {
    if (!isTaken(index) || line.text === '') {
      isGap = true;
      return;
    }
    if (isGap && taken.length > 0) taken.push('');
    taken.push(line.text);
    isGap = false;
  });
  return taken.join('\n').trim();
}
