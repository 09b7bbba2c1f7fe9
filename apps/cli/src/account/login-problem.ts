import type { MailSecurity } from '@app/persistence/accounts/account.schema';
import { codeOf } from '../command-line/code-of';
import { serverInWords, type ServerAddress } from '../arguments/server-address';

/** Why a login to a mail server failed, and what to do about it, in one sentence. */
export function loginProblem(
  error: unknown,
  server: ServerAddress,
  { user, security }: { readonly user: string; readonly security: MailSecurity },
): string {
  const where = serverInWords(server);
  const { code, message, refused, certificate } = factsOf(error);
  if (refused) return `${where} refuses the password of ${user}; add the account again with the right one.`;
  if (certificate)
    return `${where} shows a certificate that cannot be trusted (${code}); name the host the certificate is for.`;
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

interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  /** The server answered, and said no to user and password. */
  readonly refused: boolean;
  readonly certificate: boolean;
}

function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { code: '', message: String(error), refused: false, certificate: false };
  const { cause } = error;
  const inner = codeOf(cause);
  const own = codeOf(error);
  // nodemailer keeps the system's code in the words of its own error.
  const system = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)\b/.exec(error.message)?.[1];
  const code = system ?? (inner || own);
  return {
    code,
    message: error.message.replace(/\s+/g, ' '),
    refused: own === 'EAUTH' || ('authenticationFailed' in error && error.authenticationFailed === true),
    certificate: /CERT|SELF_SIGNED|ALTNAME/.test(code) || /certificate|altnames/i.test(error.message),
  };
}
