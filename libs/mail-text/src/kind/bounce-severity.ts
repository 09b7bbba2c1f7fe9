import type { MailKind } from '../mail-kind';
import type { ParsedMail } from '../parsed-mail';
import { BEFORE_OR_AFTER_RECIPIENT, DEAD_ADDRESS, NOT_THE_ADDRESS } from './bounce-words';
import { reportedRecipients, type ReportOutcome } from './delivery-report';

export type BounceKind = Extract<MailKind, 'bounce_hard' | 'bounce_soft'>;

/** Whether a bounce says that the address is dead. Anything that may pass, or that blames the letter, is soft. */
export function bounceSeverity(mail: ParsedMail, outcome: ReportOutcome): BounceKind {
  if (outcome === 'delayed') return 'bounce_soft';
  const failed = reportedRecipients(mail.structure.deliveryStatus ?? '').filter(
    ({ action }) => action === 'failed' || outcome === 'unknown',
  );
  const verdicts = failed
    .map(({ status, diagnostic }) => verdict(status, diagnostic))
    .filter((each) => each !== undefined);
  if (verdicts.length > 0) return verdicts.includes('bounce_hard') ? 'bounce_hard' : 'bounce_soft';

  const text = ownWords(mail);
  if (/delayed|warning|задерж/i.test(mail.subject)) return 'bounce_soft';
  return verdict(statusIn(text), text) ?? 'bounce_hard';
}

function verdict(status: string, diagnostic: string): BounceKind | undefined {
  const enhanced = statusIn(diagnostic);
  const code = status.endsWith('.0.0') || status === '' ? enhanced || status : status;
  if (code.startsWith('4') || SOFT_CODES.test(code)) return 'bounce_soft';
  if (DEAD_CODES.test(code)) return 'bounce_hard';
  if (BEFORE_OR_AFTER_RECIPIENT.test(diagnostic)) return 'bounce_soft';
  if (DEAD_ADDRESS.test(diagnostic)) return 'bounce_hard';
  return REFUSAL_CODES.test(code) || NOT_THE_ADDRESS.test(diagnostic) ? 'bounce_soft' : undefined;
}

/** RFC 3463, and what Exchange adds: bad mailbox, bad domain, moved; host not found; recipient not found. */
const DEAD_CODES = /^5\.(1\.([1236]|10)|4\.4)$/;
/** The sender's address; full, too large. */
const SOFT_CODES = /^5\.(1\.[78]|2\.[23])$/;
/** The system, the protocol, the content, the policy; the words may still say that nobody is there. */
const REFUSAL_CODES = /^5\.[3567]\./;

function statusIn(text: string): string {
  return /(?:^|[\s#(-])([45]\.\d{1,3}\.\d{1,3})(?=[\s,;:)-]|$)/.exec(text)?.[1] ?? '';
}

/** A report's text without the returned letter below it. */
function ownWords(mail: ParsedMail): string {
  const text = (mail.text || mail.html || '').slice(0, 8000);
  const returned = text.search(
    /^\s*-{2,}[^\n]{0,80}(copy of|original message|returned message|message (text|headers?) follows?|below this line|headers? follow|unsent message|исходн)/im,
  );
  return returned > 0 ? text.slice(0, returned) : text;
}
