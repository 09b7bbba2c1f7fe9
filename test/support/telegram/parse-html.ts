import { badRequest } from './bot-refusal';
import type { SentByBot } from './emulator';

export interface FormattedText {
  readonly text: string;
  readonly entities: SentByBot['entities'];
}

/** The tags of https://core.telegram.org/bots/api#html-style and the entities they make. */
const ENTITY_OF = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['span', 'spoiler'],
  ['tg-spoiler', 'spoiler'],
  ['a', 'text_link'],
  ['tg-emoji', 'custom_emoji'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'blockquote'],
]);
const CHARACTER_OF = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);
const PIECE = /<(\/?)([a-z-]*)([^>]*)(>?)|&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));|[^<&]+|&/giu;

interface OpenTag {
  readonly tag: string;
  readonly offset: number;
}

/** What `parse_mode: HTML` makes of a text. Throws `BotRefusal` as Telegram does. */
export function parseHtml(html: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: { type: string; offset: number; length: number }[] = [];
  let text = '';
  for (const piece of html.matchAll(PIECE)) {
    const [, slash, name, rest, end] = piece;
    const at = Buffer.byteLength(html.slice(0, piece.index));
    if (name === undefined) text += charactersOf(piece);
    else if (end !== '>') throw unparsable(`Unclosed start tag at byte offset ${at}`);
    else if (slash === '/') entities.push(...closed(open, name.toLowerCase(), text.length, at));
    else open.push({ tag: opened(name.toLowerCase(), rest ?? '', at), offset: text.length });
  }
  const left = open.at(-1);
  if (left !== undefined) throw unparsable(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length) };
}

function charactersOf(piece: RegExpExecArray): string {
  const [whole, , , , , decimal, hexadecimal, name] = piece;
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  return CHARACTER_OF.get(name ?? '') ?? whole;
}

function opened(tag: string, attributes: string, at: number): string {
  if (!ENTITY_OF.has(tag)) throw unparsable(`Unsupported start tag "${tag}" at byte offset ${at}`);
  if (tag === 'span' && !/class\s*=\s*["']?tg-spoiler/.test(attributes)) {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  return tag;
}

function closed(open: OpenTag[], tag: string, end: number, at: number): FormattedText['entities'] {
  const start = open.pop();
  if (start === undefined) throw unparsable(`Unexpected end tag at byte offset ${at}`);
  if (tag !== '' && tag !== start.tag) {
    throw unparsable(`Unmatched end tag at byte offset ${at}, expected "</${start.tag}>", found "</${tag}>"`);
  }
  const length = end - start.offset;
  return length === 0 ? [] : [{ type: ENTITY_OF.get(start.tag) ?? '', offset: start.offset, length }];
}

function unparsable(why: string): Error {
  return badRequest(`can't parse entities: ${why}`);
}
