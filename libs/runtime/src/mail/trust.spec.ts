import { createTransport } from 'nodemailer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { makeAuthority, makeCertificate, type Certified } from '../../../../test/support/certificates';
import { startLoginSmtp, type LoginSmtp, type LoginSmtpRequest } from '../../../../test/support/login-smtp';
import { anAccount } from '../testing/an-account';
import { smtpLogin } from './mail-login';
import { trustFor } from './trust';

const PASSWORD = 'never in clear';
const OURS = makeCertificate('127.0.0.1');
const ANOTHER = makeCertificate('127.0.0.1');
const PEERS: LoginSmtp[] = [];

afterEach(async () => {
  await Promise.all(PEERS.splice(0).map((peer) => peer.stop()));
});

async function peerWith(request: LoginSmtpRequest): Promise<LoginSmtp> {
  const peer = await startLoginSmtp(request);
  PEERS.push(peer);
  return peer;
}

/** Logs in to SMTP as the gateway does, and out again. */
async function logIn(peer: LoginSmtp, change: Partial<MailAccount>): Promise<unknown> {
  const account = anAccount({ smtp: { host: '127.0.0.1', port: peer.port }, ...change });
  const tls = await trustFor(account, 'smtp');
  const credentials = { secret: { type: 'password', password: PASSWORD }, trust: () => Promise.resolve(tls) } as const;
  const transport = createTransport({ ...smtpLogin(account, credentials), tls });
  try {
    return await transport.verify();
  } finally {
    transport.close();
  }
}

describe.each(['tls', 'starttls'] as const)('a mail server with %s', (security) => {
  it.each([
    ['that it signed itself', OURS],
    ['of an authority nobody knows', makeCertificate('127.0.0.1', { authority: makeAuthority() })],
    ['that has expired', makeCertificate('127.0.0.1', { current: false })],
  ])('gets no password behind a certificate %s', async (_what, certificate) => {
    const peer = await peerWith({ security, certificate });
    await expect(logIn(peer, { security })).rejects.toThrow(/certificate/);
    expect(peer.logins()).toEqual([]);
  });

  it.each([
    ['it signed itself', OURS],
    ['an authority nobody knows signed', makeCertificate('127.0.0.1', { authority: makeAuthority() })],
    ['is for another host', makeCertificate('mail.elsewhere.test')],
  ])(
    'is logged in to behind a certificate whose fingerprint the account has, though %s',
    async (_what, certificate) => {
      const peer = await peerWith({ security, certificate });
      await logIn(peer, { security, fingerprints: [ANOTHER.fingerprint, certificate.fingerprint] });
      expect(peer.logins()).toMatchObject([{ password: PASSWORD }]);
    },
  );

  it('gets no password behind another certificate than that of the fingerprint, and its fingerprint is told', async () => {
    const peer = await peerWith({ security, certificate: ANOTHER });
    const refused = logIn(peer, { security, fingerprints: [OURS.fingerprint] });
    await expect(refused).rejects.toMatchObject({
      code: 'CERTIFICATE_REFUSED',
      shown: { fingerprint: ANOTHER.fingerprint },
    });
    expect(peer.logins()).toEqual([]);
  });

  it('gets no password behind a certificate that has expired, not even by its fingerprint', async () => {
    const expired = makeCertificate('127.0.0.1', { current: false });
    const peer = await peerWith({ security, certificate: expired });
    await expect(logIn(peer, { security, fingerprints: [expired.fingerprint] })).rejects.toThrow(/it expired on/);
    expect(peer.logins()).toEqual([]);
  });
});

describe('a certificate that is another one at the login than a moment before', () => {
  it('is not trusted, though the first was', async () => {
    const looked = await peerWith({ security: 'tls', certificate: OURS });
    const account = anAccount({ smtp: { host: '127.0.0.1', port: looked.port }, fingerprints: [OURS.fingerprint] });
    const tls = await trustFor(account, 'smtp');
    await looked.stop();
    PEERS.length = 0;

    const peer = await peerWith({ security: 'tls', certificate: signedBy(OURS) });
    const credentials = {
      secret: { type: 'password', password: PASSWORD },
      trust: () => Promise.resolve(tls),
    } as const;
    const moved = { ...account, smtp: { host: '127.0.0.1', port: peer.port } };
    const transport = createTransport({ ...smtpLogin(moved, credentials), tls });

    await expect(transport.verify()).rejects.toThrow();
    expect(peer.logins()).toEqual([]);
  });
});

function signedBy(authority: Certified): Certified {
  return makeCertificate('127.0.0.1', { authority });
}

describe('somebody on the way who takes STARTTLS out', () => {
  it.each([
    ['with', [OURS.fingerprint]],
    ['without', []],
  ])('never sees the password of an account %s a fingerprint', async (_how, fingerprints) => {
    const peer = await peerWith({ security: 'stripped', certificate: OURS });
    await expect(logIn(peer, { security: 'starttls', fingerprints })).rejects.toThrow();
    expect(peer.logins()).toEqual([]);
    expect(peer.onTheWire()).toMatch(/EHLO/);
    expect(peer.onTheWire()).not.toMatch(/AUTH|never in clear|bmV2ZXIgaW4gY2xlYXI/);
  });
});
