import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { CertificateRefused, problemInWords } from '@app/runtime/mail/certificate-refused.error';
import { NoAccessToken } from '@app/runtime/mail/no-access-token.error';
import { shownCertificate, type MailProtocol } from '@app/runtime/mail/shown-certificate';
import { codeOf } from '../../command-line/code-of';
import { serverInWords } from '../../arguments/server-address';

type Tried = Pick<MailAccount, 'address' | 'user' | 'security' | 'oauth' | MailProtocol>;

/** Why a login to a mail server failed, and what to do about it, in one sentence. Looks at a refused certificate. */
export async function loginProblem(error: unknown, account: Tried, protocol: MailProtocol): Promise<string> {
  const { user, security, address, oauth } = account;
  const server = account[protocol];
  const where = serverInWords(server);
  const { code, message, refused, certificate, noStartTls } = factsOf(error);
  if (error instanceof NoAccessToken) return `${message}.`;
  if (certificate && security !== 'none') {
    const why = await whyRefused(error, server, security, protocol);
    return (
      `${where} shows a certificate that is not trusted: ${why}; name the host it is for, or have it renewed, or, if you ` +
      `know it is the right one, \`sales-agent account update ${address} --fingerprint HEX\`.`
    );
  }
  if (refused) {
    const what = oauth === null ? 'password' : 'access token';
    const option = oauth === null ? '--password-file FILE' : '--oauth-refresh-token-file FILE';
    return `${where} refuses the ${what} of ${user}; \`sales-agent account update ${address} ${option}\` gives it another.`;
  }
  if (noStartTls) {
    return (
      `${where} does not start TLS, or somebody on the way keeps it from that, so nothing secret was sent; ` +
      'use the port for TLS with --security tls.'
    );
  }
  if (/wrong version number|packet length too long/.test(message)) {
    return `${where} does not begin with TLS; use --security starttls, or correct the port.`;
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EDNS':
      return `there is no host ${server.host}; correct its name.`;
    case 'ECONNREFUSED':
      return `nothing listens at ${where}; correct host and port, or start the server.`;
    case 'ETIMEDOUT':
    case 'ETIMEOUT':
    case 'UPGRADE_TIMEOUT':
    case 'CONNECT_TIMEOUT':
    case 'GREETING_TIMEOUT':
    case 'GREEETING_TIMEOUT':
      return `${where} does not answer; correct host and port, or --security (now ${security}), or open the firewall.`;
    default:
      return `${where} does not work with --security ${security} (${message}); correct the port or --security.`;
  }
}

async function whyRefused(
  error: unknown,
  server: MailAccount['smtp'],
  security: 'tls' | 'starttls',
  protocol: MailProtocol,
): Promise<string> {
  if (error instanceof CertificateRefused) return problemInWords(error.shown);
  try {
    return problemInWords(await shownCertificate(server, security, protocol));
  } catch {
    // It was shown a moment ago and is not any more: the reason is all there is.
    return factsOf(error).message;
  }
}

interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  /** The server answered, and said no to user and secret. */
  readonly refused: boolean;
  readonly certificate: boolean;
  readonly noStartTls: boolean;
}

function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) {
    return { code: '', message: String(error), refused: false, certificate: false, noStartTls: false };
  }
  const { cause } = error;
  const inner = codeOf(cause);
  const own = codeOf(error);
  // nodemailer keeps the system's code in the words of its own error.
  const system = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)\b/.exec(error.message)?.[1];
  const code = system ?? (inner || own);
  const isTls = error instanceof CertificateRefused || /CERT|SELF_SIGNED|ALTNAME/.test(code);
  const certificate = isTls || /certificate|altnames/i.test(error.message);
  return {
    code,
    message: error.message.replace(/\s+/g, ' '),
    refused: own === 'EAUTH' || ('authenticationFailed' in error && error.authenticationFailed === true),
    certificate,
    noStartTls: /STARTTLS/i.test(error.message) || ('tlsFailed' in error && !certificate),
  };
}
