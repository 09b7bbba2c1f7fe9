import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';

/** How the token endpoint answers a refresh. */
export type TokenBehaviour =
  | { readonly type: 'grant'; readonly expiresIn?: number; readonly afterMs?: number; readonly rotate?: boolean }
  | { readonly type: 'refuse'; readonly error: string }
  | { readonly type: 'fail'; readonly status: number }
  | { readonly type: 'hang' };

/** An OAuth 2.0 token server on 127.0.0.1 (RFC 6749, section 6) for one user, that repeats secrets in its errors. */
export interface TokenServer {
  readonly tokenUrl: string;
  /** Where a mail server asks whose token it is: the token is put behind it. */
  readonly tokenInfoUrl: string;
  behave(behaviour: TokenBehaviour): void;
  /** What each refresh was asked with, oldest first. */
  refreshes(): readonly Readonly<Record<string, string>>[];
  /** The refresh token that is good now; one that was rotated is good no more. */
  refreshToken(): string;
  isGood(accessToken: string | undefined): boolean;
  /** Takes all access tokens back. */
  revoke(): void;
  stop(): Promise<void>;
}

export async function startTokenServer(user: string, firstRefreshToken: string): Promise<TokenServer> {
  const refreshes: Readonly<Record<string, string>>[] = [];
  const good = new Set<string>();
  let refreshToken = firstRefreshToken;
  let behaviour: TokenBehaviour = { type: 'grant' };

  async function grant(given: Readonly<Record<string, string>>, response: ServerResponse): Promise<void> {
    if (behaviour.type === 'hang') return;
    if (behaviour.type === 'fail') {
      answer(response, behaviour.status, { message: `cannot use ${given['refresh_token'] ?? ''}` });
      return;
    }
    const isKnown = given['refresh_token'] === refreshToken;
    if (behaviour.type === 'refuse' || !isKnown) {
      const error = behaviour.type === 'refuse' ? behaviour.error : 'invalid_grant';
      const words = `${JSON.stringify(given)} is no good`;
      answer(response, 400, { error, error_description: words });
      return;
    }
    const { expiresIn = 3600, afterMs = 0, rotate = false } = behaviour;
    if (rotate) refreshToken = `refresh-${randomUUID()}`;
    const accessToken = `access-${randomUUID()}`;
    good.add(accessToken);
    await pause(afterMs);
    answer(response, 200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: expiresIn,
      ...(rotate ? { refresh_token: refreshToken } : {}),
    });
  }

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '', token = ''] = (request.url ?? '').split('?token=');
    if (path === '/tokeninfo') {
      if (good.has(token)) answer(response, 200, { email: user });
      else answer(response, 401, { error: 'invalid_token' });
      return;
    }
    const given = Object.fromEntries(new URLSearchParams(await text(request)));
    refreshes.push(given);
    await grant(given, response);
  }
  const listening = await listenOnLoopback(server);
  const origin = `http://127.0.0.1:${String(listening.port)}`;

  return {
    tokenUrl: `${origin}/token`,
    tokenInfoUrl: `${origin}/tokeninfo?token=`,
    behave(next) {
      behaviour = next;
    },
    refreshes: () => refreshes,
    refreshToken: () => refreshToken,
    isGood: (accessToken) => accessToken !== undefined && good.has(accessToken),
    revoke() {
      good.clear();
    },
    stop: () => listening.stop(),
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
