const COUNTS: readonly (readonly [RegExp, number])[] = [
  [/^пар(?:у|очку|а)[ -]тр/u, 3],
  [/^(?:полтор|пару|пары|пара|дв|two|couple)/u, 2],
  [/^(?:од|a$|an$|one)/u, 1],
  [/^(?:тр|three|несколько|few|several)/u, 3],
  [/^(?:четыр|four$)/u, 4],
  [/^(?:пят(?:ь|и)$|five)/u, 5],
  [/^(?:шест|six$)/u, 6],
  [/^(?:сем|seven)/u, 7],
  [/^(?:вос[ье]м|eight)/u, 8],
  [/^(?:девят|nine)/u, 9],
  [/^(?:десят|ten)/u, 10],
  [/^(?:двенадцат|twelve)/u, 12],
];

/** Words that count days, weeks or months, for use inside a phrase. */
export const COUNT =
  'полтора|полторы|пару тройку|парочку тройку|пара тройка|пару|пары|пара|парочку|парочка|две|два|двух|один|одну|одной|одного|три|трех|несколько|четыре|четырех|пять|пяти|шесть|шести|семь|восемь|девять|десять|десяти|двенадцать|a couple of|couple of|a few|few|several|an|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]{1,3}';

/** What such a word counts; one when it stands alone ("через неделю"). */
export function toCount(word: string | undefined): number {
  if (word === undefined) return 1;
  if (/^\d/.test(word)) return Number(word);
  const bare = word.replace(/^a (?=few|couple)/u, '');
  return COUNTS.find(([pattern]) => pattern.test(bare))?.[1] ?? 1;
}

const ORDINALS = [
  ['перв', 'first'],
  ['втор', 'second'],
  ['трет', 'third'],
  ['четверт', 'fourth'],
  ['пят', 'fifth'],
  ['шест', 'sixth'],
  ['седьм', 'seventh'],
  ['восьм', 'eighth'],
  ['девят', 'ninth'],
  ['десят', 'tenth'],
  ['одиннадцат', 'eleventh'],
  ['двенадцат', 'twelfth'],
  ['тринадцат', 'thirteenth'],
  ['четырнадцат', 'fourteenth'],
  ['пятнадцат', 'fifteenth'],
  ['шестнадцат', 'sixteenth'],
  ['семнадцат', 'seventeenth'],
  ['восемнадцат', 'eighteenth'],
  ['девятнадцат', 'nineteenth'],
  ['двадцат', 'twentieth'],
] as const;

/** Days of a month in words ("двадцать пятого", "the fifteenth"), for use inside a phrase. */
export const ORDINAL = `(двадцать |тридцать |twenty |thirty )?(${ORDINALS.map(([ru, en]) => `${ru}(ое|ого|ье|ьего|ому|ом|ым)|${en}`).join('|')})|тридцат(ое|ого|ому)|thirtieth`;

/** Such a word as it stands for a day alone ("тридцатого"): the first three count other things as well. */
export const ORDINAL_OF_DAY = `(?:(?:двадцать|тридцать) (?:${ordinalsOf(0)})|${ordinalsOf(3)}|тридцатого)`;

function ordinalsOf(first: number): string {
  return ORDINALS.slice(first)
    .map(([ru]) => (ru === 'трет' ? 'третьего' : `${ru}ого`))
    .join('|');
}

/** The number such a word stands for. */
export function toOrdinal(words: string): number | undefined {
  if (/^\d/.test(words)) return Number.parseInt(words, 10);
  if (/^(?:тридцат[ое]|thirtieth)/u.test(words)) return 30;
  const tens = /^(?:двадцать|twenty)/u.test(words) ? 20 : /^(?:тридцать|thirty)/u.test(words) ? 30 : 0;
  const unit = words.split(/[\s-]+/u).at(-1) ?? '';
  const index = ORDINALS.findIndex(([ru, en]) => (unit.startsWith(ru) && unit.length <= ru.length + 3) || unit === en);
  return index === -1 ? undefined : tens + index + 1;
}
