const MONTHS = [
  'январ(ь|я|е|ю|ем|ям)|янв|january|jan',
  'феврал(ь|я|е|ю|ем)|фев|февр|february|feb',
  'март(а|е|у|ом)?|march|mar',
  'апрел(ь|я|е|ю|ем)|апр|april|apr',
  'ма(й|я|е|ю|ем)|may',
  'июн(ь|я|е|ю|ем)|june|jun',
  'июл(ь|я|е|ю|ем)|july|jul',
  'август(а|е|у|ом)?|авг|august|aug',
  'сентябр(ь|я|е|ю|ем)|сен|сент|september|sept|sep',
  'октябр(ь|я|е|ю|ем)|окт|october|oct',
  'ноябр(ь|я|е|ю|ем)|ноя|нояб|november|nov',
  'декабр(ь|я|е|ю|ем)|дек|december|dec',
] as const;

const WEEKDAYS = [
  'понедельник(а|у|ом)?|пн|monday|mon',
  'вторник(а|у|ом)?|вт|tuesday|tues|tue',
  'сред(а|у|ы|е)|ср|wednesday|wed',
  'четверг(а|у|ом)?|чт|thursday|thurs|thu',
  'пятниц(а|у|ы|е|ей)|пт|friday|fri',
  'суббот(а|у|ы|е)|сб|saturday',
  'воскресень(е|я|ю)|вс|sunday',
] as const;

const SEASONS = [
  'зим(а|ой|ы|е|у)|winter',
  'весн(а|ой|ы|е|у)|spring',
  'лет(о|ом|а|у)|summer',
  'осень(ю)?|осени|autumn|fall',
] as const;

const PARTS = [
  ['start', 'начал(о|е|а|у|ом)|(the )?(start|beginning)|early|в первых числах|первых числах|первые числа'],
  ['middle', 'середин(а|е|ы|у|ой)|(the )?middle|mid'],
  ['end', 'кон(ец|це|ца|цу|цом)|(the )?end|late'],
  [
    'first-half',
    '(перв(ая|ой|ую|ое|ом|ого|ому)|1(-?(я|ю|й|ой|ую|е|м))?) (полови(на|не|ны|ну)|полугоди(е|и|я|ю))|(the )?(first|1st) half',
  ],
  [
    'second-half',
    '(втор(ая|ой|ую|ое|ом|ого|ому)|2(-?(я|ю|й|ой|ую|е|м))?) (полови(на|не|ны|ну)|полугоди(е|и|я|ю))|(the )?(second|2nd|latter) half',
  ],
] as const;

export const MONTH = MONTHS.join('|');
export const WEEKDAY = WEEKDAYS.join('|');
export const SEASON = SEASONS.join('|');
export const PART = PARTS.map(([, words]) => words).join('|');
export type Part = (typeof PARTS)[number][0];

/** The month a word names, 1 to 12. */
export const toMonth = (word: string): number => indexOf(MONTHS, word) + 1;
/** The weekday a word names, 1 (Monday) to 7. */
export const toWeekday = (word: string): number => indexOf(WEEKDAYS, word) + 1;
/** The month a season begins with. */
export const toSeasonStart = (word: string): number => [12, 3, 6, 9][indexOf(SEASONS, word)] ?? 12;
/** The part of a stretch that words such as "в начале" or "mid" name. */
export const toPart = (words: string): Part | undefined => PARTS.find(([, pattern]) => isOneOf(pattern, words))?.[0];

function indexOf(patterns: readonly string[], word: string): number {
  return patterns.findIndex((pattern) => isOneOf(pattern, word));
}

function isOneOf(pattern: string, word: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(word);
}
