import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailKind } from '@app/mail-text/mail-kind';
import type { ExpectedWords, MailCase } from './mail-case';

/** One line of a corpus's `index.jsonl`. */
interface IndexLine {
  readonly id: string;
  readonly set: string;
  readonly kind: MailKind;
  readonly kind_accept: readonly MailKind[];
  readonly policy: { readonly signature?: string };
  readonly compare: 'ws' | 'nows';
  readonly accept: readonly string[];
  readonly contains: readonly string[];
  readonly not_contains: readonly string[];
}

/**
 * Reads a folder with `index.jsonl` and, for each of its lines, `SET/NAME.eml`, `.expected.txt` (the own words) and
 * `.expected_sig.txt` (the same with the signature). Throws when the folder is none of the kind.
 */
export function loadCorpus(folder: string): readonly MailCase[] {
  return readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => casesOf(folder, JSON.parse(line) as IndexLine));
}

function casesOf(folder: string, line: IndexLine): readonly MailCase[] {
  const name = line.id.slice(line.id.indexOf('/') + 1);
  const base = join(folder, line.set, name);
  const own = textOf(`${base}.expected.txt`);
  const signed = textOf(`${base}.expected_sig.txt`);
  const plain: MailCase = {
    set: line.set,
    name,
    raw: readFileSync(`${base}.eml`),
    signature: line.policy.signature?.startsWith('keep') === true ? 'keep' : 'strip',
    words: own === undefined ? phrases(line) : exactly(line, [own, ...line.accept]),
    kinds: [line.kind, ...line.kind_accept],
  };
  if (signed === undefined) return [plain];
  const kept = { ...plain, set: `${line.set} kept`, signature: 'keep', kinds: [] } as const;
  return [plain, { ...kept, words: exactly(line, withSignature(line, own, signed)) }];
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function exactly(line: IndexLine, texts: readonly string[]): ExpectedWords {
  return { type: 'exact', texts, spaceless: line.compare === 'nows' };
}

function phrases({ contains, not_contains: absent }: IndexLine): ExpectedWords | undefined {
  return contains.length + absent.length === 0 ? undefined : { type: 'phrases', present: contains, absent };
}

/** Every accepted body with the signature behind it; a link's target may be left out. */
function withSignature(line: IndexLine, own: string | undefined, signed: string): readonly string[] {
  const signature = own !== undefined && signed.startsWith(own) ? signed.slice(own.length) : '';
  const texts = [signed, ...line.accept.map((text) => text + signature)];
  return [...texts, ...texts.map((text) => text.replace(/<https?:\/\/[^>]*>/g, ''))];
}
