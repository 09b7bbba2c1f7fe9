import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, both in PEM. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 in lower-case hex. */
  readonly fingerprint: string;
}

/** An authority of the test's own, whose word counts only for who is told of it. */
export function makeAuthority(): Certified {
  return withOpenssl((openssl) => {
    openssl('req', '-x509', ...NEW_KEY, '-out', 'cert.pem', '-days', '2', '-subj', '/CN=Test authority');
  });
}

/** A certificate for a host: signed by the authority, else by itself. One that is not `current` expired yesterday. */
export function makeCertificate(
  host: string,
  { authority, current = true }: { readonly authority?: Certified; readonly current?: boolean } = {},
): Certified {
  return withOpenssl((openssl, write) => {
    write('extensions', `subjectAltName=${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}\nbasicConstraints=CA:FALSE\n`);
    openssl('req', ...NEW_KEY, '-out', 'request.pem', '-subj', `/CN=${host}`);
    const days = ['-days', current ? '2' : '-1', '-extfile', 'extensions'];
    const by =
      authority === undefined ? ['-signkey', 'key.pem'] : ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial'];
    if (authority !== undefined) {
      write('ca.pem', authority.cert);
      write('ca-key.pem', authority.key);
    }
    openssl('x509', '-req', '-in', 'request.pem', '-out', 'cert.pem', ...by, ...days);
  });
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];

function withOpenssl(
  make: (openssl: (...args: string[]) => void, write: (name: string, content: string) => void) => void,
): Certified {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    make(
      (...args) => {
        const { status, stderr, error } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
        if (status !== 0) throw new Error(`openssl ${args[0] ?? ''} failed: ${error?.message ?? stderr}`);
      },
      (name, content) => {
        writeFileSync(join(folder, name), content);
      },
    );
    const cert = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const fingerprint = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase();
    return { key: readFileSync(join(folder, 'key.pem'), 'utf8'), cert, fingerprint };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
