import { checkServers } from './check-servers';

const HERE = { host: '127.0.0.1', port: 2525 };
const AWAY = { host: 'mail.company.ru', port: 465 };

describe('the servers of a mail account', () => {
  it('never get a password in clear over a network', () => {
    const servers = { smtp: HERE, imap: AWAY, security: 'none' } as const;
    expect(() => checkServers(servers, { mailLoopbackOnly: false })).toThrow(
      /mail\.company\.ru:465; use tls or starttls/,
    );
  });

  it('may be without encryption on this machine, and anywhere with it', () => {
    expect(() => checkServers({ smtp: HERE, imap: HERE, security: 'none' }, { mailLoopbackOnly: true })).not.toThrow();
    expect(() => checkServers({ smtp: AWAY, imap: AWAY, security: 'tls' }, { mailLoopbackOnly: false })).not.toThrow();
  });

  it('must be on this machine where the operator said so', () => {
    const servers = { smtp: HERE, imap: AWAY, security: 'tls' } as const;
    expect(() => checkServers(servers, { mailLoopbackOnly: true })).toThrow(/MAIL_LOOPBACK_ONLY is true/);
  });
});
