import { createHash } from 'node:crypto';
import type { ParsedMail } from './parsed-mail';

/**
 * A mail's identity: its Message-ID (or '-') and the hex SHA-256 of From, Date and body.
 * Trace headers do not matter, so the copies in two mailboxes share it; the digest tells mails apart that share an id.
 */
export function externalId(mail: ParsedMail): string {
  const digest = createHash('sha256');
  for (const part of [mail.headers.get('from')?.[0], mail.headers.get('date')?.[0], mail.text, mail.html]) {
    // The length keeps two different splits of the same characters apart.
    const bytes = Buffer.from(withoutTransportChanges(part ?? ''));
    digest.update(`${bytes.length}:`).update(bytes);
  }
  for (const attachment of mail.attachments) {
    digest.update(`${attachment.size}:`).update(attachment.content);
  }
  return `${mail.messageId ?? '-'} ${digest.digest('hex')}`;
}

/** Relays may add or take blank lines at the end and change the folding of a header. */
function withoutTransportChanges(part: string): string {
  return part.replace(/\r\n/g, '\n').trim();
}
