import { Injectable } from '@nestjs/common';
import type { ConnectionOptions } from 'node:tls';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { AccessTokens, type WhichToken } from './access-tokens';
import { CertificateRefused } from './certificate-refused.error';
import type { MailProtocol } from './shown-certificate';
import { trustFor } from './trust';

/** What a login to an account's servers takes: a secret, and which certificate it may be shown behind. */
export interface Credentials {
  readonly secret: Password | AccessToken;
  /** For each connection anew. Throws `CertificateRefused`; the account is paused then. */
  trust(protocol: MailProtocol): Promise<ConnectionOptions>;
}

interface Password {
  readonly type: 'password';
  readonly password: string;
}

interface AccessToken {
  readonly type: 'token';
  /** Throws `NoAccessToken`; where that is for good, the account is paused then. */
  accessToken(which: WhichToken): Promise<string>;
}

/** Opens what the accounts log in with; an access token is shared by all connections of this process. */
@Injectable()
export class MailCredentials {
  private readonly tokens: AccessTokens;

  constructor(private readonly accounts: AccountStore) {
    this.tokens = new AccessTokens(accounts);
  }

  /** Throws `KeyMissing` when the key its password was sealed with is gone. */
  of(account: MailAccount): Credentials {
    return {
      secret: this.secretOf(account),
      trust: (protocol) => this.trust(account, protocol),
    };
  }

  private secretOf(account: MailAccount): Credentials['secret'] {
    if (account.oauth === null) return { type: 'password', password: this.accounts.passwordOf(account) };
    return { type: 'token', accessToken: (which) => this.tokens.of(account, which) };
  }

  private async trust(account: MailAccount, protocol: MailProtocol): Promise<ConnectionOptions> {
    try {
      return await trustFor(account, protocol);
    } catch (error) {
      // Whom the operator vouched for is not there: nobody else can say whether that is right.
      if (error instanceof CertificateRefused) await this.accounts.pause(account._id, whatToDo(error, account));
      throw error;
    }
  }
}

function whatToDo({ message, shown }: CertificateRefused, { address, fingerprints }: MailAccount): string {
  // Of several, one may be that of the account's other server.
  const kept = fingerprints.length > 1 ? fingerprints : [];
  const options = [...kept, shown.fingerprint].map((fingerprint) => `--fingerprint ${fingerprint}`).join(' ');
  return (
    `${message}; find out from whoever runs the server whether that is right, and only then ` +
    `\`sales-agent account update ${address} ${options}\``
  );
}
