import type { GivenLogin, GivenOAuth } from '@app/persistence/accounts/sealed-login';
import { Mistake } from '../command-line/mistake.error';
import { readSecret } from './read-secret';

/** What the operator gives of a login; secrets come from files or standard input, never from the command line. */
export interface LoginOptions {
  readonly passwordFile?: string;
  readonly oauthTokenUrl?: string;
  readonly oauthClientId?: string;
  readonly oauthClientSecretFile?: string;
  readonly oauthRefreshTokenFile?: string;
}

/**
 * The login that was given, undefined for none; what is left out of an OAuth login stays as it `stands`. Throws a
 * `Mistake` where two were given, or half of one.
 */
export async function readLogin(options: LoginOptions, stands: GivenOAuth | null): Promise<GivenLogin | undefined> {
  const { passwordFile, oauthClientSecretFile, oauthRefreshTokenFile } = options;
  if (passwordFile !== undefined) {
    if (givesOAuth(options)) throw new Mistake('Give either --password-file or the --oauth options, not both.');
    return { password: await readSecret(passwordFile) };
  }
  if (!givesOAuth(options)) return undefined;
  if (oauthClientSecretFile === '-' && oauthRefreshTokenFile === '-') {
    throw new Mistake('Standard input holds one secret; put the other one into a file.');
  }
  const tokenUrl = options.oauthTokenUrl ?? stands?.tokenUrl;
  const clientId = options.oauthClientId ?? stands?.clientId;
  const clientSecret = (await secretIn(oauthClientSecretFile)) ?? stands?.clientSecret ?? null;
  const refreshToken = (await secretIn(oauthRefreshTokenFile)) ?? stands?.refreshToken;
  if (tokenUrl === undefined || clientId === undefined || refreshToken === undefined) {
    throw new Mistake(
      'OAuth takes --oauth-token-url, --oauth-client-id and --oauth-refresh-token-file; give all three.',
    );
  }
  return { oauth: { tokenUrl, clientId, clientSecret, refreshToken } };
}

async function secretIn(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : readSecret(file);
}

function givesOAuth(options: LoginOptions): boolean {
  return (
    options.oauthTokenUrl !== undefined ||
    options.oauthClientId !== undefined ||
    options.oauthClientSecretFile !== undefined ||
    options.oauthRefreshTokenFile !== undefined
  );
}
