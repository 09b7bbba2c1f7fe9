import { parseDocument } from 'yaml';
import { isTemplate } from './access-code';
import { checked, type Checked } from './checked';
import { readText, type ProductFolder } from './product-folder';

/**
 * The name of the file in `files/` that `demo.codes` means, told without checking any other setting; `undefined` when
 * it means none.
 */
export function accessCodesFile(folder: ProductFolder, settingsPath: string): string | undefined {
  const yaml = readText(folder, settingsPath);
  const codes: unknown = yaml.type === 'good' ? parseDocument(yaml.value).getIn(['demo', 'codes']) : undefined;
  return typeof codes === 'string' && codes !== '' && !isTemplate(codes) && folder.has(`files/${codes}`)
    ? codes
    : undefined;
}

/** Reads a file of access codes, one a line; blank lines do not count. */
export function readAccessCodes(folder: ProductFolder, name: string): Checked<readonly string[]> {
  const path = `files/${name}`;
  const text = readText(folder, path);
  if (text.type === 'problems') return text;

  const codes = text.value.split('\n').map((line) => line.trim());
  const given = codes.filter((code) => code !== '');
  const firstAt = new Map([...codes.entries()].reverse().map(([index, code]) => [code, index]));
  return checked(given, [
    ...(given.length === 0 ? [`${path}: there is no code in it; write one a line.`] : []),
    ...codes.flatMap((code, index) =>
      code !== '' && firstAt.get(code) !== index
        ? [`${path}:${index + 1}: this code stands above already; remove it, for each goes to one contact.`]
        : [],
    ),
  ]);
}
