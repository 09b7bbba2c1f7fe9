import type { ParsedMail } from '../parsed-mail';
import { BOUNCE_SUBJECT, BOUNCE_TEXT } from './bounce-words';
import { headerValue } from './header';

/**
 * Whether a mail says that a letter of ours did not arrive. A report (RFC 3464) does; without one a mail system must
 * have written it, because people write from postmaster@ and forward bounces.
 */
export function isBounce(mail: ParsedMail): boolean {
  const { contentType, reportType, deliveryStatus } = mail.structure;
  const isReport = contentType === 'multipart/report';
  if (isReport && (reportType === 'delivery-status' || deliveryStatus !== undefined)) return true;
  if (mail.headers.has('x-failed-recipients')) return true;

  const isSubject = BOUNCE_SUBJECT.test(mail.subject.slice(0, 200));
  const isText = BOUNCE_TEXT.test(beginning(mail));
  if (isFromMailSystem(mail)) return isSubject || isText || deliveryStatus !== undefined;
  // People complain of parcels too; a mail system names the address or the server's code.
  return isSubject && isText && /\S@\S+\.|\b[45]\d\d\b/.test(beginning(mail));
}

/** How far down the words of a report stand; what follows is the returned letter. */
const BEGINNING = 2000;

function beginning(mail: ParsedMail): string {
  return (mail.text || mail.html || '').slice(0, BEGINNING);
}

function isFromMailSystem(mail: ParsedMail): boolean {
  if (/^<\s*>$/.test(headerValue(mail, 'return-path'))) return true;
  const localPart = mail.from?.address.split('@')[0] ?? headerValue(mail, 'from');
  if (/mailer-?daemon|^mdaemon|^mail-?daemon|mail\.?delivery|delivery.?subsystem|^bounce/.test(localPart)) return true;
  if (/mail delivery (system|subsystem|service)|система доставки/i.test(mail.from?.name ?? '')) return true;
  return (
    /^(postmaster|admin)/.test(localPart) &&
    mail.inReplyTo === undefined &&
    !/^\s*(re|fwd?|отв)\s*:/i.test(mail.subject)
  );
}
