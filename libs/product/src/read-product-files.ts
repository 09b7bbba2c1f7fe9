import { andThen, problemsOf } from './checked';
import { findStrays } from './find-strays';
import type { Product } from './product';
import { readText } from './product-folder';
import { productRevision } from './product-revision';
import { attachmentNames, readAttachments } from './read-attachments';
import { readKnowledge } from './read-knowledge';
import { readSettings } from './read-settings';
import { readTemplates } from './read-templates';

/** `contents` holds the content of each of the product's files by its name. */
export type ReadProduct =
  | { readonly type: 'product'; readonly product: Product; readonly contents: ReadonlyMap<string, Uint8Array> }
  | { readonly type: 'problems'; readonly problems: readonly string[] };

/**
 * Reads a product folder (relative path with `/` → content; hidden files do not count). Finds every problem at once;
 * each is a sentence that names the file, the line where there is one, and what to do.
 */
export function readProduct(files: ReadonlyMap<string, Uint8Array>): ReadProduct {
  const folder = new Map([...files].filter(([path]) => !isHidden(path)));
  const identified = andThen(readText(folder, SETTINGS), (yaml) =>
    readSettings(SETTINGS, yaml, attachmentNames(folder)),
  );
  const ru = readTemplates(folder, 'ru');
  const en = readTemplates(folder, 'en');
  const aboutRu = readKnowledge(folder, 'ru');
  const aboutEn = readKnowledge(folder, 'en');
  const attachments = readAttachments(folder);
  const strays = findStrays(folder);
  if (
    identified.type === 'problems' ||
    ru.type === 'problems' ||
    en.type === 'problems' ||
    aboutRu.type === 'problems' ||
    aboutEn.type === 'problems' ||
    attachments.type === 'problems' ||
    strays.length > 0
  ) {
    const parts = [identified, ru, en, aboutRu, aboutEn, attachments];
    return { type: 'problems', problems: [...parts.flatMap(problemsOf), ...strays] };
  }

  const product: Product = {
    ...identified.value,
    revision: productRevision(folder),
    templates: { ru: ru.value, en: en.value },
    knowledge: [...aboutRu.value, ...aboutEn.value],
    files: attachments.value.map(({ file }) => file),
  };
  return {
    type: 'product',
    product,
    contents: new Map(attachments.value.map(({ file, content }) => [file.name, content])),
  };
}

const SETTINGS = 'product.yaml';

/** Editors and file managers leave such files behind; they are no part of the product. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
