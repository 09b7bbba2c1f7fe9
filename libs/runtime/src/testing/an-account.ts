import type { MailAccount } from '@app/persistence/accounts/account.schema';

/** A mail account of no particular kind, with what a test wants changed. */
export function anAccount(change: Partial<MailAccount> = {}): MailAccount {
  return {
    _id: 'sales',
    productId: 'a-product',
    address: 'sales@seller.test',
    user: 'sales@seller.test',
    password: null,
    oauth: null,
    smtp: { host: '127.0.0.1', port: 465 },
    imap: { host: '127.0.0.1', port: 993 },
    security: 'tls',
    fingerprints: [],
    dkimSelector: null,
    keepsSent: false,
    plusAddressing: false,
    createdAt: new Date('2026-11-23T08:00:00.000Z'),
    paused: null,
    checks: [],
    ...change,
  };
}
