import { Mistake } from '../command-line/mistake.error';

/** A SHA-256 fingerprint as openssl prints it, or bare, in lower-case hex; throws a `Mistake` for anything else. */
export function fingerprint(given: string): string {
  const hex = given
    .replace(/^\s*sha256 fingerprint\s*=/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) {
    throw new Mistake(
      `"${given}" is not the SHA-256 fingerprint of a certificate; \`openssl x509 -noout -fingerprint -sha256 -in FILE\` prints it.`,
    );
  }
  return hex;
}
