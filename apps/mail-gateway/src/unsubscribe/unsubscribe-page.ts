import { createHash } from 'node:crypto';
import type { Language } from '@app/domain/language';
import { BUTTON, PAGE_WORDS, type PageName } from './page-words';

const STYLE =
  'body{margin:15vh auto;max-width:32rem;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}' +
  'button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:.4rem;color:#fff;background:#1a5fb4;cursor:pointer}' +
  'button:focus-visible{outline:3px solid #1a1a1a;outline-offset:3px}';

/** Allows this style and a form back to the page itself, and nothing else (CSP Level 3). */
export const PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A whole page; nothing of a request stands in it. The button posts to where the page was found. */
export function unsubscribePage(name: PageName, language: Language): string {
  const { title, text } = PAGE_WORDS[language][name];
  const button = name === 'ask' ? FORM.replace('BUTTON', BUTTON[language]) : '';
  return (
    `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${title}</h1>\n<p>${text}</p>\n${button}</main>\n</body>\n</html>\n`
  );
}

const FORM =
  '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">' +
  '<button type="submit">BUTTON</button></form>\n';
