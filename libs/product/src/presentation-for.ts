import type { Language } from '@app/domain/language';
import type { Product, ProductFile } from './product';

/** The presentation in this language, as an attachment. */
export function presentationFor(
  { settings, files }: Product,
  language: Language,
): readonly Pick<ProductFile, 'name' | 'contentType' | 'sha256'>[] {
  const file = files.find(({ name }) => name === settings.presentation[language]);
  return file ? [{ name: file.name, contentType: file.contentType, sha256: file.sha256 }] : [];
}
