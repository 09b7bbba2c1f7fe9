import type { GivenOAuth } from '@app/persistence/accounts/sealed-login';

/** What a token endpoint made of a refresh token. */
export type TokenAnswer =
  | {
      readonly type: 'granted';
      readonly accessToken: string;
      readonly goodForMs: number;
      /** The one that takes the place of the one used; null when that stays good. */
      readonly refreshToken: string | null;
    }
  /** For good: only the operator can help. */
  | { readonly type: 'refused'; readonly said: string }
  /** Now; it may work later. */
  | { readonly type: 'unavailable'; readonly said: string };

const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks a token endpoint for an access token (RFC 6749, section 6). Never throws, and what it says holds none of the
 * secrets, whatever the endpoint repeats of them.
 */
export async function requestToken(oauth: GivenOAuth): Promise<TokenAnswer> {
  try {
    const response = await fetch(oauth.tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: oauth.refreshToken,
        client_id: oauth.clientId,
        ...(oauth.clientSecret === null ? {} : { client_secret: oauth.clientSecret }),
      }),
      // A secret goes to the named endpoint and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return toAnswer(response.status, fieldsOf(await response.text()), oauth);
  } catch (error) {
    return { type: 'unavailable', said: withoutSecrets(inWords(error), oauth) };
  }
}

function toAnswer(status: number, fields: Fields, oauth: GivenOAuth): TokenAnswer {
  const { access_token: accessToken, expires_in: seconds, refresh_token: refreshToken, error } = fields;
  if (status === 200 && typeof accessToken === 'string' && accessToken !== '') {
    return {
      type: 'granted',
      accessToken,
      goodForMs: (Number(seconds) > 0 ? Number(seconds) : UNSTATED_LIFE_S) * 1000,
      refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
    };
  }
  const words = [`HTTP ${String(status)}`, error, fields.error_description].filter((one) => typeof one === 'string');
  const said = withoutSecrets(words.join(' '), oauth);
  const isForGood = status < 500 && typeof error === 'string' && FOR_GOOD.has(error);
  return { type: isForGood ? 'refused' : 'unavailable', said };
}

/** Where the endpoint does not say how long a token is good (RFC 6749, section 5.1, only recommends it). */
const UNSTATED_LIFE_S = 600;

/** RFC 6749, section 5.2: the refresh token or the client is no good. */
const FOR_GOOD: ReadonlySet<string> = new Set(['invalid_grant', 'invalid_client', 'unauthorized_client']);

interface Fields {
  readonly access_token?: unknown;
  readonly expires_in?: unknown;
  readonly refresh_token?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
}

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What `fetch` throws names the reason in its cause. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${String(ANSWER_WITHIN_MS / 1000)} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const LONGEST_WORDS = 300;

function withoutSecrets(words: string, { refreshToken, clientSecret }: GivenOAuth): string {
  const secrets = [refreshToken, ...(clientSecret === null ? [] : [clientSecret])];
  const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const without = spellings.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), words);
  return without.replace(/\s+/g, ' ').slice(0, LONGEST_WORDS);
}
