import { NoAccessToken } from '@app/runtime/mail/no-access-token.error';
import { loginProblem } from './login-problem';

const ACCOUNT = {
  address: 'sales@company.ru',
  user: 'sales',
  security: 'tls',
  oauth: null,
  smtp: { host: 'mail.company.ru', port: 465 },
  imap: { host: '127.0.0.1', port: 1 },
} as const;

function failed(message: string, facts: object = {}): Error {
  return Object.assign(new Error(message), facts);
}

describe('an operator whose mailbox cannot be logged in to', () => {
  it.each([
    [failed('Invalid login: 535', { code: 'EAUTH' }), 'mail.company.ru:465 refuses the password of sales;'],
    [failed('Command failed', { authenticationFailed: true }), 'mail.company.ru:465 refuses the password of sales;'],
    [failed('getaddrinfo ENOTFOUND mail.company.ru', { code: 'EDNS' }), 'there is no host mail.company.ru;'],
    [failed('connect ECONNREFUSED 10.0.0.1:465', { code: 'ESOCKET' }), 'nothing listens at mail.company.ru:465;'],
    [failed('Connection timeout', { code: 'ETIMEDOUT' }), 'mail.company.ru:465 does not answer;'],
    [failed('Error upgrading connection with STARTTLS', { code: 'ETLS' }), 'mail.company.ru:465 does not start TLS,'],
    [failed('Server does not support STARTTLS', { tlsFailed: true }), 'mail.company.ru:465 does not start TLS,'],
    [
      failed('0A00010B:SSL routines:wrong version number', { code: 'ESOCKET' }),
      'mail.company.ru:465 does not begin with TLS;',
    ],
    [failed('421 try\r\nlater'), 'mail.company.ru:465 does not work with --security tls (421 try later);'],
    [new NoAccessToken('unavailable', 'no access token now; it is tried again'), 'no access token now;'],
  ])('is told what is wrong and what to do: %s', async (error, beginning) => {
    const said = await loginProblem(error, ACCOUNT, 'smtp');
    expect(said.slice(0, beginning.length)).toBe(beginning);
    expect(said).toMatch(/; \S.*\.$/);
  });

  it('reads the reason for a certificate, even when it cannot be looked at any more', async () => {
    const said = await loginProblem(failed('self-signed certificate', { code: 'ESOCKET' }), ACCOUNT, 'imap');
    expect(said).toMatch(
      /^127\.0\.0\.1:1 shows a certificate that is not trusted: self-signed certificate; .*--fingerprint HEX/,
    );
  });
});
