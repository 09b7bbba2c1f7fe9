import type { ConnectionOptions, PeerCertificate } from 'node:tls';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { CertificateRefused } from './certificate-refused.error';
import { shownCertificate, type MailProtocol } from './shown-certificate';

/**
 * What TLS is to trust at an account's server. Without fingerprints, what Node trusts. With them, one certificate more:
 * the very one that is shown, if its fingerprint is among them; neither its authority nor its host name matters then,
 * its dates do. Any other certificate still has to stand by itself: throws `CertificateRefused` where it does not.
 */
export async function trustFor(account: MailAccount, protocol: MailProtocol): Promise<ConnectionOptions> {
  const { security, fingerprints } = account;
  if (security === 'none' || fingerprints.length === 0) return {};
  const server = account[protocol];
  const shown = await shownCertificate(server, security, protocol);
  if (shown.problem === null) return {};
  if (!fingerprints.includes(shown.fingerprint) || shown.validTo.getTime() < Date.now()) {
    throw new CertificateRefused(server, shown);
  }
  return {
    ca: shown.pem,
    allowPartialTrustChain: true,
    // The connection is another one than that of the look: it must be the same certificate.
    checkServerIdentity: (_host, certificate) => differenceOf(certificate, shown.fingerprint),
  };
}

function differenceOf({ fingerprint256 }: PeerCertificate, fingerprint: string): Error | undefined {
  const isSame = fingerprint256.replaceAll(':', '').toLowerCase() === fingerprint;
  return isSame ? undefined : new Error('the certificate changed between two connections');
}
