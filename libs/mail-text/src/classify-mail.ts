import { extractReply } from './extract-reply';
import { bounceSeverity } from './kind/bounce-severity';
import { isAutoReply } from './kind/is-auto-reply';
import { isBounce } from './kind/is-bounce';
import { isList } from './kind/is-list';
import { isReceipt } from './kind/is-receipt';
import { outcomeOfReport } from './kind/delivery-report';
import type { MailKind } from './mail-kind';
import type { ParsedMail } from './parsed-mail';

/**
 * Tells a person's mail from a machine's: by structure (RFC 3464, 8098, 6047), then headers (RFC 3834, 2919),
 * then words. Whatever none of them gives away is a person's. Who has read the sender's own words already hands them in.
 */
export function classifyMail(mail: ParsedMail, ownWords = extractReply(mail, { signature: 'strip' }).text): MailKind {
  const { structure } = mail;
  if (structure.dispositionNotification || NOTED_REPORTS.has(structure.reportType ?? '')) return 'receipt';
  if (isReceipt(mail)) return 'receipt';
  if (isBounce(mail)) {
    const outcome = outcomeOfReport(structure.deliveryStatus ?? '');
    return outcome === 'delivered' ? 'receipt' : bounceSeverity(mail, outcome);
  }
  if (structure.calendarMethod !== undefined) return 'calendar';
  if (isAutoReply(mail, ownWords)) return 'auto_reply';
  return isList(mail) ? 'list' : 'human';
}

/** A letter was read (RFC 8098), or somebody's provider complains of one (RFC 5965): nobody is to be answered. */
const NOTED_REPORTS: ReadonlySet<string> = new Set(['disposition-notification', 'feedback-report']);
