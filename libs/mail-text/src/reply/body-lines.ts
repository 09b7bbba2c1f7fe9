import type { ParsedMail } from '../parsed-mail';
import { type BodyLine, visible } from './body-line';
import { htmlLines } from './html-lines';

/**
 * The bodies of a mail as lines, the one to read first: the plain text when it says as much as the HTML, else the HTML.
 * What the HTML marks as signature is marked in the plain text too.
 */
export function bodiesOf(mail: Pick<ParsedMail, 'text' | 'html'>): readonly (readonly BodyLine[])[] {
  const plain = plainLines(mail.text ?? '');
  if (mail.html === undefined) return [plain];

  const html = htmlLines(mail.html);
  return letters(plain) * 3 < letters(html) ? [html] : [withSignatureOf(html, plain), html];
}

function plainLines(text: string): readonly BodyLine[] {
  return visible(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => ({ text: line.trimEnd(), mark: undefined }));
}

/** How much a body says; some clients send a plain text of one sentence beside the HTML that holds the letter. */
function letters(lines: readonly BodyLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

function withSignatureOf(html: readonly BodyLine[], plain: readonly BodyLine[]): readonly BodyLine[] {
  const signed = new Set(html.filter(({ mark }) => mark === 'signature').map(({ text }) => bare(text)));
  if (signed.size === 0) return plain;

  for (const { text, mark } of html) {
    if (mark === undefined) signed.delete(bare(text));
  }
  return plain.map((line) => (line.text !== '' && signed.has(bare(line.text)) ? { ...line, mark: 'signature' } : line));
}

/** A line without what a client makes of bold letters and links in plain text. */
function bare(text: string): string {
  return text.replace(/<[^<>\s]{1,500}>|[*_\s]+/g, '');
}
