import { isOwnAddress } from '@app/persistence/accounts/own-addresses';
import { openedSecrets } from '@app/persistence/keys/opened-secrets';

/** A shorter secret cannot be told from words: it would black out every line. */
const SHORTEST_SECRET = 4;

/**
 * Takes out of words what must not be logged. Secrets always: each that this process was given or has opened, by its
 * value, and whatever looks like one. Unless texts are shown, people's addresses, numbers and words too: our own
 * sentences are plain ASCII and quote nothing, so what is neither came from outside.
 */
export class Redactor {
  private readonly given = new Set<string>();
  private pattern = /(?!)/g;
  private known = 0;

  constructor(readonly showsTexts: boolean) {}

  /** Secrets that stand in the settings: a setting that is one is named so, and an address may hold a password. */
  hideSettings(settings: object): void {
    for (const [name, value] of Object.entries(settings) as [string, unknown][]) {
      if (typeof value !== 'string') continue;
      if (SECRET_NAME.test(name)) this.given.add(value);
      const password = PASSWORD_IN_ADDRESS.exec(value)?.[1];
      if (password !== undefined) this.given.add(password).add(decodeURIComponent(password));
    }
  }

  redact(words: string): string {
    const safe = LOOKS_SECRET.reduce(
      (text, [pattern, instead]) => text.replace(pattern, instead),
      words.replace(this.secrets(), '[secret]'),
    );
    return this.showsTexts ? safe : withoutTexts(safe);
  }

  /** Made anew when another secret has been opened. */
  private secrets(): RegExp {
    const opened = openedSecrets();
    if (this.known !== this.given.size + opened.size) {
      this.known = this.given.size + opened.size;
      const spellings = [...this.given, ...opened].flatMap(spellingsOf).filter(isLongEnough);
      // The longest first: one secret may begin with another.
      const longestFirst = [...new Set(spellings)].sort((one, other) => other.length - one.length).map(escaped);
      this.pattern = longestFirst.length === 0 ? /(?!)/g : new RegExp(longestFirst.join('|'), 'g');
    }
    return this.pattern;
  }
}

const SECRET_NAME = /password|secret|token|apiKey/i;
const PASSWORD_IN_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i;

/** As a log may show it: plain, in an address, in a header. */
function spellingsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}

function isLongEnough({ length }: string): boolean {
  return length >= SHORTEST_SECRET;
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

const LOOKS_SECRET: readonly (readonly [RegExp, string])[] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[secret]@'],
  [/\b(bearer|basic|plain|xoauth2|login) [\w+/.~-]{16,}=*/gi, '$1 [secret]'],
  // A bot's token of Telegram, in an address too.
  [/\d{6,12}:[\w-]{30,}/g, '[secret]'],
  [/\b(password|passwd|secret|token|api[-_]?key|authorization)("?\s*[:=]\s*"?)[^\s"',;&]+/gi, '$1$2[secret]'],
];

function withoutTexts(words: string): string {
  // Without the sign there is none, and looking for one is what takes longest.
  const named = words.includes('@') ? withoutAddresses(words) : words;
  return named.replace(PHONE, '[number]').replace(QUOTED, '"[text]"').replace(FOREIGN, '[text]');
}

function withoutAddresses(words: string): string {
  return words
    .replace(ADDRESS, (address) => (isOwnAddress(address) ? address : '[address]'))
    .replace(HANDLE, '[address]');
}

const ADDRESS = /[^\s<>()[\]{}",;:=|]+@[^\s<>()[\]{}",;:=|]*[^\s<>()[\]{}",;:=|.!?]/gu;
const HANDLE = /(?<![\w/.])@[a-z]\w{3,31}/gi;
const PHONE = /\+\d[\d ().-]{7,}\d/g;
/** What is not closed reaches to the end: a parser shows where it stopped. */
const QUOTED = /"[^"]*(?:"|$)|«[^»]*(?:»|$)|“[^”]*(?:”|$)/g;
/** From a letter that is not of ASCII to the end of what may belong to it. */
const FOREIGN = /(?=[^\x00-\x7f])[\p{L}\p{M}][\p{L}\p{M}\p{N}\s,.!?;:'’()-]*/gu;
