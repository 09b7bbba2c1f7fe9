import type { TelegramBot } from '@app/persistence/telegram/bot.schema';
import type { BesideSettings } from '@app/runtime/config/beside-settings';
import { ask } from './ask';
import { right, unknown, wrong, type Finding } from './finding';

const NAME = 'Telegram, updates';
const LATELY_MS = 10 * 60_000;

/** Examines whether what people say reaches a gateway, by polling or by a webhook, as the gateways were told. */
export async function examineUpdates(
  bot: TelegramBot,
  gateways: readonly string[],
  { telegramBotToken: token, telegramApiRoot: root }: BesideSettings,
): Promise<Finding> {
  const told = token === undefined ? null : readWebhookInfo(await ask(`${root}/bot${token}/getWebhookInfo`));
  if (told !== null && told.url !== bot.webhook) return wrong(NAME, otherWebhook(bot.webhook, told.url));
  if (bot.webhook === '') {
    const { heldBy } = bot;
    if (heldBy !== null && gateways.includes(heldBy)) return right(NAME, `polled by ${heldBy}.`);
    return wrong(NAME, 'nobody polls; start a tg-gateway.');
  }
  if (told === null) return unknown(NAME, `Telegram calls ${bot.webhook}; whether it gets through is not known here.`);
  if (told.failedAt !== null && Date.now() - told.failedAt.getTime() < LATELY_MS) {
    return wrong(
      NAME,
      `Telegram calls ${bot.webhook} in vain (${told.failure}), and ${String(told.pending)} wait there; ` +
        'see that HTTPS ends at your reverse proxy and is passed on to TELEGRAM_WEBHOOK_PORT.',
    );
  }
  return right(NAME, `Telegram calls ${bot.webhook}, and ${String(told.pending)} wait there.`);
}

function otherWebhook(ours: string, theirs: string): string {
  if (ours === '') {
    return (
      `a webhook is set (${theirs}), so nothing can be polled. A tg-gateway removes it at its start; ` +
      'if it comes back, another program has the token: let @BotFather revoke it.'
    );
  }
  const standing = theirs === '' ? 'no webhook is set' : `Telegram calls ${theirs}`;
  return `${standing}, and the gateways wait for calls to ${ours}; start one anew, and see that none elsewhere polls.`;
}

interface WebhookInfo {
  readonly url: string;
  readonly pending: number;
  readonly failedAt: Date | null;
  readonly failure: string;
}

/** Null when Telegram does not say. */
function readWebhookInfo(answer: Awaited<ReturnType<typeof ask>>): WebhookInfo | null {
  const result = (answer?.body as WebhookAnswer | null | undefined)?.result;
  if (answer?.status !== 200 || typeof result?.url !== 'string') return null;
  const { url, pending_update_count: pending = 0, last_error_date: at, last_error_message: failure = '' } = result;
  return { url, pending, failedAt: at === undefined ? null : new Date(at * 1000), failure };
}

interface WebhookAnswer {
  readonly result?: {
    readonly url?: string;
    readonly pending_update_count?: number;
    readonly last_error_date?: number;
    readonly last_error_message?: string;
  };
}
