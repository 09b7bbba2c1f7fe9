import type { ExpectedWords } from '../cases/mail-case';

/** Whether a reader gave what the sender wrote himself; white space and what cannot be seen do not count. */
export function isExact(expected: ExpectedWords, got: string): boolean {
  switch (expected.type) {
    case 'exact':
      return expected.texts.some((text) => normalised(text, expected) === normalised(got, expected));
    case 'phrases': {
      const text = normalised(got, { spaceless: false });
      const stands = (phrase: string) => text.includes(normalised(phrase, { spaceless: false }));
      return expected.present.every(stands) && !expected.absent.some(stands);
    }
    default:
      return expected satisfies never;
  }
}

/** Whether more than 2 % of the sender's own words, by letters, are missing from what a reader gave, in whatever order. */
export function losesWords(expected: ExpectedWords, got: string): boolean {
  if (expected.type === 'phrases') return !isExact({ ...expected, absent: [] }, got);
  return expected.texts.every((text) => lost(normalised(text, expected), normalised(got, expected)) > MOST_LOST);
}

const MOST_LOST = 0.02;

function lost(expected: string, got: string): number {
  const available = new Map<string, number>();
  for (const unit of units(got)) available.set(unit, (available.get(unit) ?? 0) + 1);
  let all = 0;
  let missing = 0;
  for (const unit of units(expected)) {
    const left = available.get(unit) ?? 0;
    all += unit.length;
    if (left === 0) missing += unit.length;
    else available.set(unit, left - 1);
  }
  return all === 0 ? 0 : missing / all;
}

/** Words, or characters where there are no spaces to tell words by. */
function units(text: string): readonly string[] {
  return text.includes(' ') ? text.split(' ') : Array.from(text);
}

function normalised(text: string, { spaceless }: { readonly spaceless: boolean }): string {
  const visible = text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\u00A0\u202F]/g, ' ');
  return spaceless ? visible.replace(/^(\s*>)+/gm, '').replace(/\s+/g, '') : visible.replace(/\s+/g, ' ').trim();
}
