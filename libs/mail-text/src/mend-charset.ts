import { isUtf8 } from 'node:buffer';
import { guessCyrillic, readsAsCyrillic } from './guess-cyrillic';

/** Whether a decoded text shows that its bytes were read in the wrong charset. */
export function needsCharset(text: string): boolean {
  if (text.includes('\uFFFD')) return true;
  const sample = text.slice(0, SAMPLE);
  if (isOfAnotherCyrillic(sample)) return true;
  const latinSupplement = count(sample, /[\u00C0-\u00FF]/g);
  return latinSupplement > 8 && latinSupplement > count(sample, /[a-z]/gi);
}

/**
 * Whether UTF-8 was read as windows-1251 ("РџСЂРё"), or one old Cyrillic charset as another ("оПХЬКХРЕ"): then no
 * charset the mail declares is to be trusted.
 */
export function isOfAnotherCyrillic(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const split = count(sample, /[РС][\u0402-\u040F\u0452-\u045F\u00A0-\u00BF\u2010-\u203A\u20AC\u2116\u2122]/g);
  if (split > 2 && split * 4 > count(sample, /\p{L}/gu)) return true;
  const swapped = count(sample, /(?<!\p{L})[а-яё][А-ЯЁ]{2}/gu);
  return swapped > 0 && swapped >= count(sample, /(?<!\p{L})[А-ЯЁ][а-яё]{2}/gu) && !readsAsCyrillic(sample);
}

/**
 * The same mail with every charset that cannot be trusted (none, ASCII, Latin-1, UTF-8, an unknown name) replaced by
 * one that keeps each byte as one character, for `restoreCharset` to look at; with `trustsNone` all of them.
 */
export function withBinaryCharset(mail: Buffer, { trustsNone }: { readonly trustsNone: boolean }): Buffer {
  const source = mail.toString('latin1');
  const declared = source.replace(CONTENT_TYPE, (header, type: string, parameters: string) => {
    const charset = /charset\s*=\s*"?([^"\s;]+)/i.exec(parameters)?.[1];
    if (!trustsNone && charset !== undefined && isTrusted(charset)) return header;
    return `${type}; charset=binary${parameters.replace(/;?\s*charset\s*=\s*("[^"]*"|[^;\s]*)/i, '')}`;
  });
  const complete = hasContentType(declared) ? declared : `Content-Type: text/plain; charset=binary\r\n${declared}`;
  return Buffer.from(complete, 'latin1');
}

/**
 * Turns a text of one character per byte into what it says: UTF-8 line by line where valid, else the charset that its
 * own `<meta>` declares, else the likeliest Cyrillic one.
 */
export function restoreCharset(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  if (isUtf8(bytes) && !/[^\u0000-\u00FF]/.test(text)) return bytes.toString('utf8');

  const runs = runsOfOneCharset(text.split('\n'));
  const broken = runs.filter((run) => run.charset === 'unknown').map((run) => run.lines.join('\n'));
  const guess = metaCharset(text) ?? guessCyrillic(Buffer.from(broken.join('\n').slice(0, SAMPLE), 'latin1'));
  return runs
    .map(({ charset, lines }) => {
      if (charset === 'decoded') return lines.join('\n');
      return new TextDecoder(charset === 'utf-8' ? charset : guess).decode(Buffer.from(lines.join('\n'), 'latin1'));
    })
    .join('\n');
}

/** The mail with its own header in UTF-8: raw 8-bit headers are decoded here, because they carry no charset at all. */
export function decodeHeaderBytes(mail: Buffer): Buffer {
  const end = headerEnd(mail);
  const header = mail.toString('latin1', 0, end);
  if (isUtf8(mail.subarray(0, end))) return mail;
  return Buffer.concat([Buffer.from(restoreCharset(header), 'utf8'), mail.subarray(end)]);
}

const SAMPLE = 64 * 1024;

const CONTENT_TYPE = /^(content-type:[ \t]*(?:\r?\n[ \t]+)?text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isTrusted(charset: string): boolean {
  try {
    return !['utf-8', 'windows-1252'].includes(new TextDecoder(charset).encoding);
  } catch {
    return false;
  }
}

function hasContentType(source: string): boolean {
  return /^content-type:/im.test(source.slice(0, headerEnd(Buffer.from(source, 'latin1'))));
}

function headerEnd(mail: Buffer): number {
  const ends = [mail.indexOf('\r\n\r\n'), mail.indexOf('\n\n')].filter((index) => index >= 0);
  return ends.length === 0 ? mail.length : Math.min(...ends);
}

/** The charset an HTML page names in its head; UTF-8 it would not be here for. */
function metaCharset(text: string): string | undefined {
  const named = /<meta\s[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w-]{2,40})/i.exec(text.slice(0, HEAD))?.[1];
  return named !== undefined && isTrusted(named) ? named : undefined;
}

const HEAD = 4096;

interface Run {
  readonly charset: 'decoded' | 'utf-8' | 'unknown';
  readonly lines: string[];
}

/** Neighbouring lines together, because decoding is slow to start. */
function runsOfOneCharset(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const charset = charsetOf(line);
    const last = runs.at(-1);
    if (last?.charset === charset) last.lines.push(line);
    else runs.push({ charset, lines: [line] });
  }
  return runs;
}

function charsetOf(line: string): Run['charset'] {
  if (!/[\u0080-\u00FF]/.test(line) || /[^\u0000-\u00FF]/.test(line)) return 'decoded';
  return isUtf8(Buffer.from(line, 'latin1')) ? 'utf-8' : 'unknown';
}
