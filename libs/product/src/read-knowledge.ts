import type { Language } from '@app/domain/language';
import { andThen, together, type Checked } from './checked';
import type { Passage } from './product';
import { readText, type ProductFolder } from './product-folder';
import { splitPassages } from './split-passages';

/** Reads what is known about the product in one language, file by file in the order of their names. */
export function readKnowledge(folder: ProductFolder, language: Language): Checked<readonly Passage[]> {
  const under = `knowledge/${language}/`;
  const paths = [...folder.keys()].filter((path) => path.startsWith(under) && path.endsWith('.md')).sort();
  const files = together(
    paths.map((path) => andThen(readText(folder, path), (markdown) => splitPassages(language, path, markdown))),
  );
  if (files.type === 'problems') return files;

  const passages = files.value.flat();
  return passages.length > 0
    ? { type: 'good', value: passages }
    : { type: 'problems', problems: [`${under}: nothing is known in this language; add a .md file with headings.`] };
}
