import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { ShownCertificate } from './shown-certificate';

/** A server shows a certificate that neither an authority nor the account's fingerprints vouch for. */
export class CertificateRefused extends Error {
  readonly code = 'CERTIFICATE_REFUSED';
  constructor(
    readonly server: MailAccount['smtp'],
    readonly shown: ShownCertificate,
  ) {
    super(`${server.host}:${String(server.port)} shows a certificate that is not trusted: ${problemInWords(shown)}`);
  }
}

/** Why a certificate is not trusted; for one that no date speaks against with the fingerprint to trust it by. */
export function problemInWords({ problem, names, validTo, fingerprint }: ShownCertificate): string {
  if (validTo.getTime() < Date.now()) return `it expired on ${validTo.toISOString().slice(0, 10)}`;
  const itself = `its SHA-256 fingerprint is ${fingerprint}`;
  switch (problem) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `it is for ${names}, not for this host; ${itself}`;
    case 'CERT_NOT_YET_VALID':
      return 'it is not valid yet, or our clock is behind';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `no authority known here vouches for it; ${itself}`;
    default:
      return `${problem ?? 'it is another one than before'}; ${itself}`;
  }
}
