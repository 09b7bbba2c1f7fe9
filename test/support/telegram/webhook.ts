import { setTimeout as pause } from 'node:timers/promises';
import { allowedUpdatesIn } from './allowed-updates';
import type { ApiObject } from './api-object';
import { badRequest } from './bot-refusal';
import { CallParameters } from './call-parameters';
import type { Update, UpdateQueue } from './update-queue';

interface Target {
  readonly url: string;
  /** '' for none. */
  readonly secret: string;
  readonly over: AbortController;
}

/** A call in the answer to an update (https://core.telegram.org/bots/api#making-requests-when-getting-updates). */
export type CallInAnswer = (method: string, call: CallParameters) => Promise<void>;

const SECRET = /^[\w-]{0,256}$/;
const LONGEST_DELIVERY_MS = 60_000;

/** Brings the updates to an address, one at a time and in order, each until it is taken with a 2xx. */
export class Webhook {
  private target: Target | null = null;
  private lastError: ApiObject = {};

  constructor(
    private readonly updates: UpdateQueue,
    private readonly retryMs: number,
    private readonly callInAnswer: CallInAnswer,
  ) {}

  get isSet(): boolean {
    return this.target !== null;
  }

  /** setWebhook; an empty url removes it. Throws `BotRefusal`. */
  set(call: CallParameters): void {
    const url = call.text('url');
    const secret = call.text('secret_token');
    if (url !== '') checkUrl(url);
    if (!SECRET.test(secret)) throw badRequest('secret token contains unallowed characters');
    this.updates.allow(allowedUpdatesIn(call));
    this.remove(call);
    if (url === '') return;
    const target = { url, secret, over: new AbortController() };
    this.target = target;
    void this.deliverTo(target);
  }

  /** deleteWebhook. */
  remove(call: CallParameters): void {
    if (call.flag('drop_pending_updates')) this.updates.forget();
    this.stop();
  }

  stop(): void {
    this.target?.over.abort();
    this.target = null;
    this.lastError = {};
  }

  /** `WebhookInfo` of the API. */
  describe(): ApiObject {
    return {
      url: this.target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.updates.length,
      ...this.lastError,
      ...(this.updates.allowed.length > 0 && { allowed_updates: this.updates.allowed }),
    };
  }

  private async deliverTo(target: Target): Promise<void> {
    const over = target.over.signal;
    while (!over.aborted) {
      const [update] = this.updates.from(0, 1);
      if (update === undefined) await this.updates.arrival(over);
      else if (await this.isTaken(update, target)) this.updates.from(update.update_id + 1, 1);
      else await pause(this.retryMs, undefined, { signal: over }).catch(() => undefined);
    }
  }

  private async isTaken(update: Update, { url, secret, over }: Target): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([over.signal, AbortSignal.timeout(LONGEST_DELIVERY_MS)]),
      });
      const answer = await response.text();
      if (!response.ok)
        return this.failed(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      await this.callFrom(answer);
      return true;
    } catch (error) {
      return this.failed(String(error));
    }
  }

  private async callFrom(answer: string): Promise<void> {
    if (!answer.startsWith('{')) return;
    const { method, ...parameters } = JSON.parse(answer) as ApiObject;
    if (typeof method === 'string') await this.callInAnswer(method, new CallParameters(Object.entries(parameters)));
  }

  private failed(why: string): false {
    this.lastError = { last_error_date: Math.floor(Date.now() / 1000), last_error_message: why };
    return false;
  }
}

/** Telegram takes https alone; a loopback address stands for one behind a proxy that ends TLS. */
function checkUrl(text: string): void {
  if (!URL.canParse(text)) throw badRequest('bad webhook: invalid webhook URL specified');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.hostname !== '127.0.0.1') {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
}
