import { setTimeout as sleep } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { AccountStore } from '@app/persistence/accounts/account.store';
import type { OAuthSecrets } from '@app/persistence/accounts/sealed-login';
import { rememberSecret } from '@app/persistence/keys/opened-secrets';
import { NoAccessToken } from './no-access-token.error';
import { requestToken, type TokenAnswer } from './request-token';

/** The token that stands, or another one after a server refused it. */
export type WhichToken = 'standing' | 'renewed';

/**
 * The access tokens of this process: kept in memory alone, one for each account, and renewed before they end. One
 * process at a time uses an account's refresh token, and each keeps what comes in its place.
 */
export class AccessTokens {
  private readonly standing = new Map<string, Standing>();
  private readonly refreshing = new Map<string, Promise<string>>();
  private readonly failures = new Map<string, Failure>();

  constructor(private readonly accounts: AccountStore) {}

  /** A token that is good for some time yet. Throws `NoAccessToken`; refused for good, the account is paused too. */
  async of(account: MailAccount, which: WhichToken): Promise<string> {
    const standing = this.standing.get(account._id);
    if (standing?.madeFor === clientOf(account) && isGood(standing, which)) return standing.accessToken;

    const failure = this.failureOf(account);
    const isKnownDead = account.paused !== null && failure?.error.because === 'refused';
    if (failure && (isKnownDead || performance.now() < failure.restsUntil)) throw failure.error;

    const underWay = this.refreshing.get(account._id);
    if (underWay) return underWay;
    const refresh = this.refresh(account).finally(() => this.refreshing.delete(account._id));
    this.refreshing.set(account._id, refresh);
    return refresh;
  }

  private async refresh(account: MailAccount): Promise<string> {
    const answer = await this.ask(account._id);
    switch (answer.type) {
      case 'granted': {
        const madeAt = performance.now();
        rememberSecret(answer.accessToken);
        if (answer.refreshToken !== null) rememberSecret(answer.refreshToken);
        this.failures.delete(account._id);
        this.standing.set(account._id, { ...answer, madeAt, madeFor: clientOf(account) });
        return answer.accessToken;
      }
      case 'refused': {
        const because = refusedInWords(account, answer.said);
        await this.accounts.pause(account._id, because);
        throw this.failed(account, new NoAccessToken('refused', because));
      }
      case 'unavailable': {
        const words = `no access token for ${account.address} now: ${answer.said}; it is tried again`;
        throw this.failed(account, new NoAccessToken('unavailable', words));
      }
      default:
        return answer satisfies never;
    }
  }

  /** Waits its turn, asks, and keeps the refresh token that came in place of the one used. */
  private async ask(accountId: string): Promise<TokenAnswer> {
    const giveUpAt = performance.now() + WAIT_AT_MOST_MS;
    let refused: OAuthSecrets | undefined;
    while (performance.now() < giveUpAt) {
      const secrets = await this.accounts.beginRefresh(accountId);
      if (secrets === null) {
        await sleep(LOOK_AGAIN_MS);
        continue;
      }
      const answer = await requestToken(secrets);
      await this.accounts.endRefresh(accountId, secrets, answer.type === 'granted' ? answer.refreshToken : null);
      // Somebody may have replaced the token while it was used; then the one that is stored now counts.
      if (answer.type !== 'refused' || refused?.sealedAs === secrets.sealedAs) return answer;
      refused = secrets;
    }
    return { type: 'unavailable', said: 'another process is asking for one' };
  }

  private failureOf(account: MailAccount): Failure | undefined {
    const failure = this.failures.get(account._id);
    return failure?.madeFor === clientOf(account) ? failure : undefined;
  }

  private failed(account: MailAccount, error: NoAccessToken): NoAccessToken {
    const times = (this.failureOf(account)?.times ?? 0) + 1;
    // A refusal pauses the account, and whoever resumes it wants to be served at once.
    const restMs = error.because === 'refused' ? FIRST_REST_MS : FIRST_REST_MS * 2 ** (times - 1);
    const restsUntil = performance.now() + Math.min(restMs, LONGEST_REST_MS);
    this.failures.set(account._id, { error, times, restsUntil, madeFor: clientOf(account) });
    return error;
  }
}

/** Moments are in milliseconds of this process's own time; `madeFor` is the client it was asked with. */
interface Standing {
  readonly accessToken: string;
  readonly goodForMs: number;
  readonly madeAt: number;
  readonly madeFor: string;
}

interface Failure {
  readonly error: NoAccessToken;
  readonly times: number;
  readonly restsUntil: number;
  readonly madeFor: string;
}

const LOOK_AGAIN_MS = 100;
/** Longer than a process that died while it asked can keep the others waiting. */
const WAIT_AT_MOST_MS = 40_000;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 5 * 60_000;
const RENEWED_BEFORE_MS = 5 * 60_000;
/** A token refused this soon after it came would be refused again. */
const NEW_MS = 2_000;

function isGood({ goodForMs, madeAt }: Standing, which: WhichToken): boolean {
  const ageMs = performance.now() - madeAt;
  if (which === 'renewed') return ageMs < NEW_MS;
  return ageMs < goodForMs - Math.min(RENEWED_BEFORE_MS, goodForMs / 10);
}

function clientOf({ oauth, user }: MailAccount): string {
  return JSON.stringify([user, oauth?.tokenUrl, oauth?.clientId, oauth?.clientSecret]);
}

function refusedInWords({ address, oauth }: MailAccount, said: string): string {
  return (
    `${oauth?.tokenUrl ?? 'the token endpoint'} gives no access token any more (${said}); ` +
    `allow the access again at the provider, then \`sales-agent account update ${address} --oauth-refresh-token-file FILE\``
  );
}
