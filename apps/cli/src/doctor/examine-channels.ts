import type { BesideSettings } from '@app/runtime/config/beside-settings';
import { right, unknown, wrong, type Finding } from './finding';

const PATIENCE_MS = 10_000;

/** Examines Telegram and the model's endpoint, where this machine knows them. */
export function examineChannels(settings: BesideSettings): Promise<Finding[]> {
  return Promise.all([telegram(settings), model(settings)]);
}

async function telegram({ telegramBotToken: token, telegramApiRoot: root }: BesideSettings): Promise<Finding> {
  if (token === undefined) {
    return unknown('Telegram', 'TELEGRAM_BOT_TOKEN is not set here; without it nobody is written to in Telegram.');
  }
  const answer = await ask(`${root}/bot${token}/getMe`);
  if (answer === null) return wrong('Telegram', `${root} does not answer; see that it can be reached from here.`);
  if (answer.status === 401 || answer.status === 404) {
    return wrong('Telegram', 'it does not know the TELEGRAM_BOT_TOKEN; take the one @BotFather shows.');
  }
  const name = (answer.body as BotAnswer | null)?.result?.username;
  if (answer.status !== 200 || name === undefined) {
    return wrong('Telegram', `it answers with ${String(answer.status)}; try again later.`);
  }
  return right('Telegram', `the bot is @${name}.`);
}

interface BotAnswer {
  readonly result?: { readonly username?: string };
}

async function model({ llmEndpoint: endpoint, llmModel: wanted }: BesideSettings): Promise<Finding> {
  if (endpoint === undefined) {
    return unknown('model', 'LLM_ENDPOINT is not set here; a GPU host’s own log says whether its model answers.');
  }
  const answer = await ask(`${endpoint.replace(/\/$/, '')}/v1/models`);
  if (answer === null) return wrong('model', 'LLM_ENDPOINT does not answer; start the server of the model.');
  if (answer.status !== 200) return wrong('model', `LLM_ENDPOINT answers with ${String(answer.status)}; correct it.`);
  const served = ((answer.body as ModelAnswer | null)?.data ?? []).map(({ id }) => id);
  if (wanted !== undefined && !served.includes(wanted)) {
    return wrong('model', `LLM_ENDPOINT does not serve ${wanted}; it serves ${served.join(', ') || 'nothing'}.`);
  }
  return right('model', `${wanted ?? served.join(', ')} is served.`);
}

interface ModelAnswer {
  readonly data?: readonly { readonly id: string }[];
}

/** Null when nobody answers. An address may hold a token, so no error of it is shown. */
async function ask(url: string): Promise<{ readonly status: number; readonly body: unknown } | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}
