import type { ParsedMail } from '../parsed-mail';
import { type BodyLine, visible } from './body-line';
import { htmlLines } from './html-lines';

/** The lines of a mail's body: of its plain text when that says as much as the HTML, else of the HTML. */
export function bodyLines(mail: Pick<ParsedMail, 'text' | 'html'>): readonly BodyLine[] {
  const plain = plainLines(mail.text ?? '');
  if (mail.html === undefined) return plain;

  const html = htmlLines(mail.html);
  return letters(plain) * 3 < letters(html) ? html : plain;
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
