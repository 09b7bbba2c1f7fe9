import type { KeyRing } from '../keys/key-ring';
import type { MailAccount, OAuthLogin } from './account.schema';

/** What the operator gives an account to log in with. */
export type GivenLogin = { readonly password: string } | { readonly oauth: GivenOAuth };

export interface GivenOAuth {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Null for a client that has none (RFC 6749, section 2.1). */
  readonly clientSecret: string | null;
  readonly refreshToken: string;
}

/** The same, opened for one refresh. */
export interface OAuthSecrets extends GivenOAuth {
  /** Names the stored refresh token without showing it. */
  readonly sealedAs: string;
}

/** What is stored of a login; with the one kind, nothing is left of the other. */
export function sealLogin(
  keys: KeyRing,
  accountId: string,
  login: GivenLogin,
): Pick<MailAccount, 'password' | 'oauth'> {
  if ('password' in login) return { password: keys.seal(login.password, accountId), oauth: null };
  const { tokenUrl, clientId, clientSecret, refreshToken } = login.oauth;
  return {
    password: null,
    oauth: {
      tokenUrl,
      clientId,
      clientSecret: clientSecret === null ? null : keys.seal(clientSecret, clientSecretOf(accountId)),
      refreshToken: keys.seal(refreshToken, refreshTokenOf(accountId)),
      refreshingUntil: null,
    },
  };
}

/** The same login, sealed with the current key. Throws `KeyMissing` when the key it was sealed with is gone. */
export function resealLogin(
  keys: KeyRing,
  { _id, password, oauth }: MailAccount,
): Pick<MailAccount, 'password' | 'oauth'> {
  if (oauth) return sealLogin(keys, _id, { oauth: openOAuth(keys, _id, oauth) });
  if (password) return sealLogin(keys, _id, { password: keys.unseal(password, _id) });
  return { password, oauth };
}

export function sealRefreshToken(keys: KeyRing, accountId: string, token: string): OAuthLogin['refreshToken'] {
  return keys.seal(token, refreshTokenOf(accountId));
}

/** Throws `KeyMissing` when the key they were sealed with is gone. */
export function openOAuth(keys: KeyRing, accountId: string, oauth: OAuthLogin): OAuthSecrets {
  const { tokenUrl, clientId, clientSecret, refreshToken } = oauth;
  return {
    tokenUrl,
    clientId,
    clientSecret: clientSecret && keys.unseal(clientSecret, clientSecretOf(accountId)),
    refreshToken: keys.unseal(refreshToken, refreshTokenOf(accountId)),
    sealedAs: refreshToken.sealed,
  };
}

/** Each secret has an owner of its own, so that none opens in the place of another. */
function clientSecretOf(accountId: string): string {
  return `${accountId}:oauth-client-secret`;
}

function refreshTokenOf(accountId: string): string {
  return `${accountId}:oauth-refresh-token`;
}
