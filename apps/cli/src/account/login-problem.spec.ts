import { loginProblem } from './login-problem';

const SERVER = { host: 'mail.company.ru', port: 993 };
const ACCOUNT = { user: 'sales', security: 'tls' } as const;

function failed(message: string, facts: object = {}): Error {
  return Object.assign(new Error(message), facts);
}

describe('an operator whose mailbox cannot be logged in to', () => {
  it.each([
    [failed('Invalid login: 535', { code: 'EAUTH' }), 'mail.company.ru:993 refuses the password of sales;'],
    [failed('Command failed', { authenticationFailed: true }), 'mail.company.ru:993 refuses the password of sales;'],
    [failed('getaddrinfo ENOTFOUND mail.company.ru', { code: 'EDNS' }), 'there is no host mail.company.ru;'],
    [failed('connect ECONNREFUSED 10.0.0.1:993', { code: 'ESOCKET' }), 'nothing listens at mail.company.ru:993;'],
    [failed('Connection timeout', { code: 'ETIMEDOUT' }), 'mail.company.ru:993 does not answer;'],
    [failed('self-signed certificate', { code: 'ESOCKET' }), 'mail.company.ru:993 shows a certificate'],
    [
      failed('0A00010B:SSL routines:wrong version number', { code: 'ESOCKET' }),
      'mail.company.ru:993 does not begin with TLS;',
    ],
    [failed('421 try\r\nlater'), 'mail.company.ru:993 does not work with --security tls (421 try later);'],
  ])('is told what is wrong and what to do: %s', (error, beginning) => {
    const said = loginProblem(error, SERVER, ACCOUNT);
    expect(said.slice(0, beginning.length)).toBe(beginning);
    expect(said).toMatch(/; \S.*\.$/);
  });
});
