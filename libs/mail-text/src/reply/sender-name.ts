/**
 * Whether a short line is the sender's own name as his From header has it: all or a part of it, also in the other
 * script ("Пётр Ильин" for "Petr Ilyin") and with initials ("П. Ильин").
 */
export function isSenderName(line: string, senderName: string): boolean {
  if (line.length > LONGEST) return false;
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  const named = words.filter((word) => word.length > 1);
  if (named.length === 0 || words.length > 4 || /\d|@/.test(line)) return false;

  const known = new Set(senderName.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  if (named.every((word) => known.has(word))) return words.length === named.length || /\p{L}\./u.test(line);
  const skeletons = new Set([...known].map(skeleton));
  return /^\p{Lu}/u.test(line.trim()) && named.every((word) => skeletons.has(skeleton(word)));
}

const LONGEST = 60;

/** A name's consonants in Latin: vowels are what transliterations differ in. */
function skeleton(word: string): string {
  const latin = word.normalize('NFC').replace(/\p{sc=Cyrillic}/gu, (letter) => LATIN.get(letter) ?? '');
  const consonants = latin
    .replace(/kh|x/g, 'h')
    .replace(/ts|tz/g, 'c')
    .replace(/ck|q/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[aeiouyj]/g, '')
    .replace(/(.)\1/g, '$1');
  return consonants.length > 1 ? consonants : word;
}

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
    ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh' },
    ...{ щ: 'shch', ы: 'y', э: 'e', ю: 'u', я: 'a', і: 'i', ї: 'i', є: 'e', ґ: 'g' },
  }),
);
