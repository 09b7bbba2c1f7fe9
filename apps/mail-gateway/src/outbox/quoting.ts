import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

type Words = Pick<OutboxMessage, 'text' | 'html' | 'quote'>;

/** The letter's text, and below it what it answers. */
export function quotingText({ text, quote }: Words): string {
  return quote === null ? text : `${text.trimEnd()}\n\n${quote.text.trimEnd()}\n`;
}

/** The same in HTML; the quote stays inside the letter's body. */
export function quotingHtml({ html, quote }: Words): string {
  if (quote === null) return html;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? `${html}\n${quote.html}` : `${html.slice(0, end)}${quote.html}\n${html.slice(end)}`;
}
