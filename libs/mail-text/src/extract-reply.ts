import type { ParsedMail } from './parsed-mail';
import type { BodyLine } from './reply/body-line';
import { bodyLines } from './reply/body-lines';
import { findQuotes } from './reply/find-quotes';
import { findSignatures } from './reply/find-signatures';

export type SignaturePolicy = 'strip' | 'keep';

/** A mail's body in its three parts: every line that says something stands in exactly one of them. */
export interface ReplyParts {
  /** The sender's own new words; '' when there are none, never the quote. */
  readonly text: string;
  /** Whether the sender wrote anything himself; a forward without a comment or a bare signature has no own words. */
  readonly hasOwnWords: boolean;
  readonly quotedText: string;
  /** Signature, device line, disclaimer; '' when kept in the text. */
  readonly signature: string;
}

/** Parts a mail's body into what its sender wrote now, what is quoted or forwarded, and the signature. */
export function extractReply(mail: ParsedMail, { signature }: { readonly signature: SignaturePolicy }): ReplyParts {
  const lines = bodyLines(mail);
  const quoted = findQuotes(lines, { isReply: isReply(mail) });
  const signed = signature === 'strip' ? findSignatures(lines, quoted, mail.from?.name ?? '') : lines.map(() => false);
  const text = together(lines, (index) => !quoted[index] && !signed[index]);
  return {
    text,
    hasOwnWords: text !== '',
    quotedText: together(lines, (index) => quoted[index] === true),
    signature: together(lines, (index) => !quoted[index] && signed[index] === true),
  };
}

function isReply(mail: ParsedMail): boolean {
  return mail.inReplyTo !== undefined || mail.references.length > 0 || REPLY_SUBJECT.test(mail.subject.slice(0, 200));
}

const REPLY_SUBJECT =
  /^\s*(\[[^\]]{0,40}\]\s*)?(re|aw|sv|antw|odp|rif|ref|fwd?|wg|tr|отв|ответ|на|пересл)\s*(\[\d+\]|\(\d+\)|\^\d+)?\s*:/i;

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
