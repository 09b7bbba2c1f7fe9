import { isLoopback, serverAddress, serverInWords } from './server-address';

describe('a mail server the operator names', () => {
  it.each([
    ['mail.company.ru:465', { host: 'mail.company.ru', port: 465 }],
    ['127.0.0.1:2525', { host: '127.0.0.1', port: 2525 }],
    ['[2001:db8::1]:993', { host: '2001:db8::1', port: 993 }],
  ])('%s is a host and a port', (given, server) => {
    expect(serverAddress(given)).toEqual(server);
    expect(serverInWords(server)).toBe(given);
  });

  it.each([
    'mail.company.ru',
    'mail.company.ru:',
    'mail.company.ru:0',
    'mail.company.ru:70000',
    '2001:db8::1:993',
    ':25',
    'https://a.b:25',
  ])('%s is refused in one sentence', (given) => {
    expect(() => serverAddress(given)).toThrow(/is not HOST:PORT; write it like/);
  });

  it('is this machine only under a loopback address', () => {
    expect(['localhost', '127.0.0.1', '::1'].every(isLoopback)).toBe(true);
    expect(['127.evil.example', '10.0.0.1', 'mail.company.ru', '127.0.0.1.nip.io'].some(isLoopback)).toBe(false);
  });
});
