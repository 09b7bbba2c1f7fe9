import { domainToASCII } from 'node:url';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { unsubscribeLink } from '../unsubscribe/unsubscribe-link';
import { addressWithToken } from './address-with-token';

/**
 * How a mail client takes its user off our list (RFC 2369): with one click where somebody serves that (RFC 8058), and
 * by a mail whose subject says so with the conversation's token.
 */
export function listUnsubscribe(
  { messageId, token }: OutboxMessage,
  { address, plusAddressing }: Pick<MailAccount, 'address' | 'plusAddressing'>,
  unsubscribeUrl: string | undefined,
): Readonly<Record<string, string>> {
  const byMail = mailTo(plusAddressing ? addressWithToken(address, token) : address, token);
  if (unsubscribeUrl === undefined) return { 'List-Unsubscribe': `<${byMail}>` };
  return {
    'List-Unsubscribe': `<${unsubscribeLink(unsubscribeUrl, messageId)}>, <${byMail}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** RFC 6068. */
function mailTo(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  const to = `${encodeURIComponent(address.slice(0, at))}@${domainToASCII(address.slice(at + 1))}`;
  return `mailto:${to}?subject=${encodeURIComponent(`unsubscribe [#${token}]`)}`;
}
