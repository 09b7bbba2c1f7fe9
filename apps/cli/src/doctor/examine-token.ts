import type { BesideSettings } from '@app/runtime/config/beside-settings';
import { ask } from './ask';
import { right, unknown, wrong, type Finding } from './finding';

/** Asks Telegram whose the token is, where this machine knows it. */
export async function examineToken({
  telegramBotToken: token,
  telegramApiRoot: root,
}: BesideSettings): Promise<Finding> {
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
