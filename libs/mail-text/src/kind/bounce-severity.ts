import type { MailKind } from '../mail-kind';
import type { ParsedMail } from '../parsed-mail';
import { BEFORE_OR_AFTER_RECIPIENT, DEAD_ADDRESS, FULL, NOBODY_THERE, NOT_THE_ADDRESS } from './bounce-words';
import { reportedRecipients, type ReportOutcome } from './delivery-report';

export type BounceKind = Extract<MailKind, 'bounce_hard' | 'bounce_soft'>;

/**
 * Whether a bounce says that the address is dead. What may pass, what blames the letter and a report that names nobody
 * are soft; a refusal for good without any reason is hard.
 */
export function bounceSeverity(mail: ParsedMail, outcome: ReportOutcome): BounceKind {
  if (outcome === 'delayed') return 'bounce_soft';
  const { deliveryStatus } = mail.structure;
  const failed = reportedRecipients(deliveryStatus ?? '').filter(
    ({ action }) => action === 'failed' || outcome === 'unknown',
  );
  const text = ownWords(mail);
  const verdicts = failed
    .map(({ status, diagnostic }) => verdict(status, failed.length === 1 ? withPhase(diagnostic, text) : diagnostic))
    .filter((each) => each !== undefined);
  if (verdicts.length > 0) return verdicts.includes('bounce_hard') ? 'bounce_hard' : 'bounce_soft';

  if (/delayed|warning|задерж/i.test(mail.subject)) return 'bounce_soft';
  const saysNothing = deliveryStatus !== undefined && failed.length === 0;
  return verdict('', text) ?? (saysNothing ? 'bounce_soft' : 'bounce_hard');
}

/** The codes first (RFC 3463), then the words; undefined when neither tells. */
function verdict(status: string, words: string): BounceKind | undefined {
  // The server that refused knows better than the one that reports it, and a code that says "other" knows nothing.
  const codes = [statusIn(words), status];
  const code = codes.find((each) => each !== '' && !each.endsWith('.0.0')) ?? '';
  if (NOBODY_THERE.test(words)) return 'bounce_hard';
  if (codes.includes('4.1.1') && DEAD_ADDRESS.test(words) && !NOT_THE_ADDRESS.test(words)) return 'bounce_hard';
  if (codes.some((each) => each.startsWith('4')) || SOFT_CODES.test(code) || SOFT_REPLY.test(words)) {
    return 'bounce_soft';
  }
  if (DEAD_CODES.test(code)) return 'bounce_hard';
  if (FULL.test(words) || BEFORE_OR_AFTER_RECIPIENT.test(words)) return 'bounce_soft';
  if (DEAD_ADDRESS.test(words)) return 'bounce_hard';
  return REFUSAL_CODES.test(code) || NOT_THE_ADDRESS.test(words) ? 'bounce_soft' : undefined;
}

/** Postfix and Sendmail tell only in their text that a server took the recipient and refused the letter later. */
function withPhase(diagnostic: string, text: string): string {
  const isLater = REFUSED_LATER.test(text) || (/>>> DATA\s{1,4}<<< 5\d\d/i.test(text) && !/need rcpt/i.test(text));
  return isLater ? `${diagnostic} (in reply to end of DATA)` : diagnostic;
}

const REFUSED_LATER = /in reply to (?:end\s+of\s+)?data\s+command/i;

/** Bad mailbox, bad domain, moved, no mail accepted there, and Exchange's own of that family; host not found. */
const DEAD_CODES = /^5\.(1\.([1-469]|\d{2,3})|4\.4)$/;
/** The sender's address; full, too large; every policy, which says nothing of the address. */
const SOFT_CODES = /^5\.(1\.[78]|2\.[23]|7\.\d+)$/;
/** A server without enhanced codes (RFC 5321): put off, or out of storage. */
const SOFT_REPLY = /^(?:smtp;\s*)?(4\d\d|552)[\s-]/;
/** A mailbox that takes nothing, the system, the protocol, the content; the words may still say that nobody is there. */
const REFUSAL_CODES = /^5\.[2356]\./;

/** The first enhanced status code of a failure (RFC 3463) in a text; '' when there is none. */
export function statusIn(text: string): string {
  return /(?:^|[\s#(-])([45]\.\d{1,3}\.\d{1,3})(?=[\s,;:)-]|$)/.exec(text)?.[1] ?? '';
}

/** A report's text without the returned letter below it. */
function ownWords(mail: ParsedMail): string {
  const text = (mail.text || mail.html || '').slice(0, 8000);
  const returned = text.search(
    /^[ \t]*-{2,}[^\n]{0,80}(copy of|original message|returned message|message (text|headers?) follows?|below this line|headers? follow|unsent message|исходн)/im,
  );
  return returned > 0 ? text.slice(0, returned) : text;
}
