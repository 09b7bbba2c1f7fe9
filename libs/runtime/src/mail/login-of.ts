import type { MailAccount } from '@app/persistence/accounts/account.schema';

/**
 * Names how an account logs in, whether it is paused, and since when its mailbox is read again: while this stays the same, a connection made for the account
 * is good for it. Checks that were recorded, or a refresh token that was replaced, are no reason to connect anew.
 */
export function loginOf(account: MailAccount): string {
  const {
    address,
    user,
    password,
    oauth,
    smtp,
    imap,
    security,
    fingerprints,
    plusAddressing,
    keepsSent,
    paused,
    recovery,
  } = account;
  const client = oauth && { url: oauth.tokenUrl, id: oauth.clientId, secret: oauth.clientSecret };
  const servers = { smtp, imap, security, fingerprints };
  return JSON.stringify({
    address,
    user,
    password,
    client,
    servers,
    plusAddressing,
    keepsSent,
    isPaused: paused !== null,
    readAgainSince: recovery?.readAgainSince,
  });
}
