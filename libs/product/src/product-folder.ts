import { checked, type Checked } from './checked';

/** A product folder as it was read: relative path with `/` → content. */
export type ProductFolder = ReadonlyMap<string, Uint8Array>;

/** The text of one file, its line ends as `\n`. */
export function readText(folder: ProductFolder, path: string): Checked<string> {
  const content = folder.get(path);
  if (!content) return { type: 'problems', problems: [`${path}: this file is missing; add it.`] };
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(content).replaceAll('\r\n', '\n'), []);
  } catch {
    return { type: 'problems', problems: [`${path}: this is not UTF-8 text; save the file in UTF-8.`] };
  }
}
