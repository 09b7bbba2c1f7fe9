import type { TelegramEmulator } from './emulator';

/** An answer of the Bot API. */
export interface BotAnswer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Calls a method as the bot, with JSON, or with a form where a file goes along. */
export async function askBot(
  { apiRoot, token }: Pick<TelegramEmulator, 'apiRoot' | 'token'>,
  method: string,
  parameters: object | FormData = {},
): Promise<BotAnswer> {
  const isForm = parameters instanceof FormData;
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    ...(isForm ? { body: parameters } : { body: JSON.stringify(parameters), headers: JSON_BODY }),
  });
  return (await response.json()) as BotAnswer;
}

const JSON_BODY = { 'content-type': 'application/json' };

/** The result of a call that is answered by `ok: true`; throws the answer otherwise. */
export async function resultOf<T>(telegram: TelegramEmulator, method: string, parameters: object = {}): Promise<T> {
  const answer = await askBot(telegram, method, parameters);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.result as T;
}
