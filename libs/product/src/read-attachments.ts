import { createHash } from 'node:crypto';
import { checked, together, type Checked } from './checked';
import type { ProductFile } from './product';
import type { ProductFolder } from './product-folder';

export interface Attachment {
  readonly file: ProductFile;
  readonly content: Uint8Array;
}

/** Reads the files that can be sent to a contact: everything in `files/` but `kept`, in the order of the names. */
export function readAttachments(folder: ProductFolder, kept: string | undefined): Checked<readonly Attachment[]> {
  const names = [...fileNames(folder)].filter((name) => name !== kept).sort();
  return together(names.map((name) => readAttachment(name, folder.get(`${FILES}${name}`) ?? new Uint8Array())));
}

/** The names of everything in `files/`. */
export function fileNames(folder: ProductFolder): ReadonlySet<string> {
  return new Set([...folder.keys()].filter((path) => path.startsWith(FILES)).map((path) => path.slice(FILES.length)));
}

const FILES = 'files/';

/** The content types of files that a contact can open, by their ending. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
]);

function readAttachment(name: string, content: Uint8Array): Checked<Attachment> {
  const problem = (sentence: string): Checked<Attachment> => ({
    type: 'problems',
    problems: [`${FILES}${name}: ${sentence}`],
  });
  const contentType = CONTENT_TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  if (name.includes('/')) return problem('this file stands in a folder of its own; move it directly into files/.');
  if (contentType === undefined)
    return problem(`this kind of file is not sent; use ${[...CONTENT_TYPES.keys()].join(', ')}.`);
  if (content.length === 0) return problem('this file is empty; save it again.');

  const sha256 = createHash('sha256').update(content).digest('hex');
  return checked({ file: { name, contentType, sha256, size: content.length }, content }, []);
}
