import { createHash } from 'node:crypto';
import { LANGUAGES } from '@app/domain/language';
import { PAGE_WORDS, type PageName } from './page-words';
import { PAGE_POLICY, unsubscribePage } from './unsubscribe-page';

const NAMES = Object.keys(PAGE_WORDS.en) as PageName[];
const PAGES = LANGUAGES.flatMap((language) => NAMES.map((name) => [name, language] as const));

describe('a page to unsubscribe', () => {
  it.each(PAGES)('names its language, a title and one heading: %s, %s', (name, language) => {
    const page = unsubscribePage(name, language);
    const { title } = PAGE_WORDS[language][name];
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<title>${title}</title>`);
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  it.each(PAGES)('has a button only where there is something to press: %s, %s', (name, language) => {
    expect(unsubscribePage(name, language).includes('<button type="submit">')).toBe(name === 'ask');
  });

  it('has the one style its policy allows, and nothing from elsewhere', () => {
    const page = unsubscribePage('ask', 'en');
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(PAGE_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(page).not.toMatch(/src=|href=|style=|<script/);
  });
});
