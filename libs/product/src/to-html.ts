import type { Language } from '@app/domain/language';

/** A plain-text mail as simple HTML: the same paragraphs and lines, links made clickable, nothing else. */
export function toHtml(text: string, language: Language): string {
  return `<!DOCTYPE html>\n<html lang="${language}">\n<head><meta charset="utf-8"></head>\n<body>\n${toParagraphs(text)}\n</body>\n</html>\n`;
}

/** The same without what stands around them. */
export function toParagraphs(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(toLine).join('<br>\n')}</p>`)
    .join('\n');
}

const LINK = /https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]']/gu;

function toLine(line: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: link, index } of line.matchAll(LINK)) {
    parts.push(escape(line.slice(end, index)), `<a href="${escape(link)}">${escape(link)}</a>`);
    end = index + link.length;
  }
  return [...parts, escape(line.slice(end))].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
