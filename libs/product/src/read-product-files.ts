import { checkConsent } from './check-consent';
import { checkDrafted } from './check-drafted';
import { andThen, checked, problemsOf, type Checked } from './checked';
import { findStrays } from './find-strays';
import type { Product } from './product';
import { readText } from './product-folder';
import { productRevision } from './product-revision';
import { accessCodesFile, readAccessCodes } from './read-access-codes';
import { fileNames, readAttachments } from './read-attachments';
import { readKnowledge } from './read-knowledge';
import { readSettings } from './read-settings';
import { readTemplates } from './read-templates';

export type ReadProduct = Sellable | { readonly type: 'problems'; readonly problems: readonly string[] };

interface Sellable {
  readonly type: 'product';
  readonly product: Product;
  /** The content of each of the product's files by its name. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** The access codes that the product's file of them holds; none where `demo.codes` is a template. */
  readonly codes: readonly string[];
}

/**
 * Reads a product folder (relative path with `/` → content; hidden files do not count). Finds every problem at once;
 * each is a sentence that names the file, the line where there is one, and what to do.
 */
export function readProduct(files: ReadonlyMap<string, Uint8Array>): ReadProduct {
  const folder = new Map([...files].filter(([path]) => !isHidden(path)));
  const identified = andThen(readText(folder, SETTINGS), (yaml) => readSettings(SETTINGS, yaml, fileNames(folder)));
  const ru = readTemplates(folder, 'ru');
  const en = readTemplates(folder, 'en');
  const aboutRu = readKnowledge(folder, 'ru');
  const aboutEn = readKnowledge(folder, 'en');
  const codesFile = accessCodesFile(folder, SETTINGS);
  const codes: Checked<readonly string[]> =
    codesFile === undefined ? checked([], []) : readAccessCodes(folder, codesFile);
  const attachments = readAttachments(folder, codesFile);
  const unsaid =
    identified.type === 'good' && ru.type === 'good' && en.type === 'good'
      ? [checkConsent, checkDrafted].flatMap((check) =>
          check(identified.value.settings, { ru: ru.value, en: en.value }),
        )
      : [];
  const strays = findStrays(folder);
  if (
    identified.type === 'problems' ||
    ru.type === 'problems' ||
    en.type === 'problems' ||
    aboutRu.type === 'problems' ||
    aboutEn.type === 'problems' ||
    codes.type === 'problems' ||
    attachments.type === 'problems' ||
    unsaid.length + strays.length > 0
  ) {
    const parts = [identified, ru, en, aboutRu, aboutEn, codes, attachments];
    return { type: 'problems', problems: [...parts.flatMap(problemsOf), ...unsaid, ...strays] };
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
    codes: codes.value,
  };
}

const SETTINGS = 'product.yaml';

/** Editors and file managers leave such files behind; they are no part of the product. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}
