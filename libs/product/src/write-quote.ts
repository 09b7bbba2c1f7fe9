import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { toParagraphs } from './to-html';

/** A message as it came. */
export interface QuotedMessage {
  readonly at: Date;
  readonly from: { readonly name: string; readonly address: string };
  /** The sender's own words. */
  readonly text: string;
  /** What they quoted themselves, with its marks. */
  readonly quotedText: string;
}

export interface Quote {
  readonly text: string;
  /** A fragment, to stand below the letter. */
  readonly html: string;
}

/** Each answer quotes the one before: without an end the mails of a long conversation would only grow. */
const MOST_CHARACTERS = 20_000;

/**
 * Quotes a message below its answer as mail clients do: a line that says who wrote when, then the words behind `> `
 * (RFC 3676, section 4.5) and in a `blockquote`. Null when there are no words to quote.
 */
export function writeQuote(message: QuotedMessage, language: Language, timeZone: string): Quote | null {
  const said = [message.text, message.quotedText].map((part) => part.trim()).filter((part) => part !== '');
  if (said.length === 0) return null;
  const words = shortened(said.join('\n\n'));
  const attribution = ATTRIBUTIONS[language](message, timeZone);
  return {
    text: [attribution, ...words.split('\n').map((line) => `> ${line}`.trimEnd())].join('\n'),
    html: `${toParagraphs(attribution)}\n<blockquote type="cite">\n${toParagraphs(words)}\n</blockquote>`,
  };
}

const ATTRIBUTIONS: Readonly<Record<Language, (message: QuotedMessage, timeZone: string) => string>> = {
  ru: ({ at, from }, zone) => {
    const moment = DateTime.fromJSDate(at, { zone }).setLocale('ru').toFormat("d MMMM yyyy 'г.,' HH:mm");
    return `${moment}, ${sender(from)} написал(а):`;
  },
  en: ({ at, from }, zone) => {
    const moment = DateTime.fromJSDate(at, { zone }).setLocale('en-US').toFormat("ccc, d MMM yyyy 'at' HH:mm");
    return `On ${moment}, ${sender(from)} wrote:`;
  },
};

/** On one line, whatever the sender is called. */
function sender({ name, address }: QuotedMessage['from']): string {
  const oneLine = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...(oneLine === '' ? [] : [oneLine]), `<${address}>`].join(' ');
}

function shortened(words: string): string {
  if (words.length <= MOST_CHARACTERS) return words;
  const kept = words.slice(0, MOST_CHARACTERS);
  const wholeLines = kept.slice(0, kept.lastIndexOf('\n') + 1);
  return `${wholeLines || kept.replace(/[\uD800-\uDBFF]$/, '')}[…]`;
}
