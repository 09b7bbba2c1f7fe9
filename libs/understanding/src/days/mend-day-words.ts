/** The words by which days are named, in the forms people use with them. */
const DAY_WORDS = (
  'январь январе января февраль феврале февраля марте марта апрель апреле апреля июне июня июле июля август августе ' +
  'августа сентябрь сентябре сентября октябрь октябре октября ноябрь ноябре ноября декабрь декабре декабря ' +
  'понедельник понедельника вторник вторника среду четверг четверга пятницу пятницы субботу воскресенье ' +
  'неделю недели неделе недель месяц месяца месяцев полгода через после следующей следующем следующий следующую ' +
  'праздников праздники каникул отпуска выходных завтра послезавтра весной летом осенью зимой ' +
  'january february march april august september october november december ' +
  'monday tuesday wednesday thursday friday saturday sunday tomorrow week weeks month months quarter holidays ' +
  'christmas summer autumn spring winter after'
).split(' ');
const KNOWN: ReadonlySet<string> = new Set(DAY_WORDS);
const SHORTEST = 5;
/** A word this long may hold two slips. */
const LONG = 7;

/** Mends words that are a slip or two away from one that names days; leaves all others alone. */
export function mendDayWords(plain: string): string {
  return plain.replaceAll(/[a-zа-я]{5,}/gu, (word) => (KNOWN.has(word) ? word : (nearest(word) ?? word)));
}

function nearest(word: string): string | undefined {
  const allowed = word.length >= LONG ? 2 : 1;
  return DAY_WORDS.filter((known) => known.length >= SHORTEST && Math.abs(known.length - word.length) <= allowed)
    .filter((known) => known.startsWith(word.charAt(0)))
    .map((known) => ({ known, slips: slipsBetween(word, known) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((one, other) => one.slips - other.slips)[0]?.known;
}

/** The edit distance of Levenshtein, two letters that changed places counted as one slip. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  let before = row;
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (one.charAt(at - 1) === other.charAt(to - 1) ? 0 : 1);
      const swaps = one.charAt(at - 1) === other.charAt(to - 2) && one.charAt(at - 2) === other.charAt(to - 1);
      const swapped = swaps ? (before[to - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

const SOUNDS: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ...Array.from('abvgdezijklmnoprstufhcy', (latin, at): readonly [string, string] => [
    latin,
    'абвгдезийклмнопрстуфхцы'.charAt(at),
  ]),
];
const SOUND = new RegExp(SOUNDS.map(([latin]) => latin).join('|'), 'g');

/** Russian words typed in Latin letters, in Cyrillic ones. */
export function toCyrillic(plain: string): string {
  const letters = new Map(SOUNDS);
  return plain.replaceAll(SOUND, (sound) => letters.get(sound) ?? sound);
}
