import { Mistake } from '../command-line/mistake.error';

/** How Telegram writes a user name: five to 32 letters, digits and underscores, a letter first; a few are of four. */
const NAME = /^[a-z][a-z0-9_]{3,31}$/;

/** A Telegram user name as `@name` in lower case, from `@name` or a `t.me` link; throws a `Mistake` when it is none. */
export function telegramName(given: string): string {
  const name = given
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(t\.me|telegram\.me)\//, '')
    .replace(/^@/, '');
  if (!NAME.test(name)) throw new Mistake(`"${given}" is not a Telegram user name; write it like @anna_buyer.`);
  return `@${name}`;
}
