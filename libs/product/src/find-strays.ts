import { LANGUAGES } from '@app/domain/language';
import { LETTERS } from '@app/domain/letter';
import type { ProductFolder } from './product-folder';

/** Problems of files that nothing reads: most often a letter or a folder with a misspelled name. */
export function findStrays(folder: ProductFolder): readonly string[] {
  return [...folder.keys()]
    .filter((path) => !PARTS.some((part) => part.test(path)))
    .sort()
    .map((path) => `${path}: nothing reads this file; correct its name or remove it.`);
}

const LANGUAGE = LANGUAGES.join('|');

const PARTS = [
  /^product\.yaml$/,
  /^files\//,
  new RegExp(`^knowledge/(${LANGUAGE})/[^/]+\\.md$`),
  new RegExp(`^letters/(${LANGUAGE})/(frame|${LETTERS.join('|')})\\.hbs$`),
  new RegExp(`^letters/(${LANGUAGE})/chat/(${LETTERS.join('|')})\\.hbs$`),
];
