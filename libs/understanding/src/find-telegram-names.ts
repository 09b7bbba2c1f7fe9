import type { FoundAddress } from './find-addresses';

/** Telegram's own rule: 5 to 32 letters, digits and underscores, a letter first. */
const USER_NAME = '[a-z][a-z0-9_]{4,31}';
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}.@/_-])@(?<at>${USER_NAME})(?![\p{L}\p{N}_@-]|\.\p{L})` +
    String.raw`|(?<![\p{L}\p{N}.@-])(?:t|telegram)\.(?:me|dog)/(?<link>${USER_NAME})(?![\p{L}\p{N}_/+-])`,
  'giu',
);
/** What follows `t.me/` for other things than people. */
const NO_PERSON: ReadonlySet<string> = new Set(['joinchat', 'share', 'addstickers', 'proxy', 'socks', 'iv', 'login']);
/** "My Telegram is @anna" names the writer. */
const OWN =
  /(?<!\p{L})(?:мой|моя|мое|мне|меня|я|my|me|mine|i'm|i am)(?:[\s:=(-]+(?:в|на|по|через|личку|лс|телег\p{L}{0,6}|тг|tg|telegram|ник|nick|username|handle|at|on|via|in|is|это)(?!\p{L}))*[\s:=(-]*(?:https?:\/\/)?$/iu;
const LEAD = 60;

/** Finds Telegram user names (`@name`, `t.me/name`) of others than the writer, as `@name` in lower case, each once. */
export function findTelegramNames(written: string): readonly FoundAddress[] {
  if (!/@|\.(?:me|dog)\//i.test(written)) return [];
  const found = [...written.matchAll(NAME)].flatMap(({ index, groups }) => {
    const name = (groups?.['at'] ?? groups?.['link'] ?? '').toLowerCase();
    const isOwn = OWN.test(written.slice(Math.max(0, index - LEAD), index));
    return NO_PERSON.has(name) || isOwn ? [] : [{ address: `@${name}`, index }];
  });
  return found.filter(({ address }, at) => found.findIndex((other) => other.address === address) === at);
}
