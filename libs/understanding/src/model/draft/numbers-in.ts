/** A number as it counts: without spaces and commas of thousands, and what kind of thing it counts. */
export interface NumberNamed {
  readonly value: string;
  readonly unit: 'money' | 'percent' | 'time' | '';
}

const MONEY = String.raw`(?:₽|\$|€|£|руб|р(?![\p{L}])|rub|rouble|usd|eur|доллар|евро|dollar|тыс|k(?![\p{L}]))`;
const NUMBER = new RegExp(
  String.raw`(?<currency>[₽$€£]\s?)?(?<!\p{N})(?<digits>\d{1,3}(?:[ \u00a0\u202f',]\d{3})+(?!\d)|\d+)(?<fraction>[.,]\d{1,2}(?!\d))?` +
    String.raw`(?:[ \u00a0\u202f-]{0,2}(?:(?<percent>%|процент|percent|per cent)|(?<money>${MONEY})|(?<time>дн|ден|дне|сут|час|мин|недел|месяц|мес|год|лет|day|hour|minute|week|month|year)))?`,
  'giu',
);

/** The numbers written in digits in a text. */
export function numbersIn(text: string): readonly NumberNamed[] {
  return [...text.normalize('NFKC').matchAll(NUMBER)].map(({ groups = {} }) => ({
    value: valueOf(groups['digits'] ?? '', groups['fraction'] ?? ''),
    unit: unitOf(groups),
  }));
}

function valueOf(digits: string, fraction: string): string {
  const whole = digits.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(1).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

function unitOf(groups: Readonly<Record<string, string | undefined>>): NumberNamed['unit'] {
  if (groups['percent'] !== undefined) return 'percent';
  if (groups['currency'] !== undefined || groups['money'] !== undefined) return 'money';
  return groups['time'] === undefined ? '' : 'time';
}

const SPELLED = [
  'два|две|двух|двум|двумя|двое|дважды|двадцат*|двенадцат*|двест*|двухсот*',
  'три|трех|трем|тремя|трое|трижды|тридцат*|тринадцат*|трист*|трехсот*|треть|трети',
  'четыре|четырех|четырнадцат*|четырест*|четверть|четверти|сорок*|пять|пяти|пятью|пятнадцат*|пятьдесят|пятидесят*|пятьсот|пятисот',
  'шесть|шести|шестнадцат*|шестьдесят|шестидесят*|шестьсот|семь|семи|семнадцат*|семьдесят|семидесят*|семьсот',
  'восемь|восьми|восемнадцат*|восемьдесят|восьмидесят*|восемьсот|девять|девяти|девятнадцат*|девяност*|девятьсот',
  'десять|десяти|одиннадцат*|сто|ста|сотн*|тысяч*|миллион*|ноль|нуля|полтора|полугод*|половин*|вдвое|втрое',
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|half|halves',
  'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred*|thousand*|million*|zero|dozen*|twice|quarter',
]
  .join('|')
  .replaceAll('*', String.raw`\p{L}{0,8}`);
const SPELLED_NUMBER = new RegExp(String.raw`(?<!\p{L})(?:${SPELLED})(?!\p{L})`, 'giu');

/** The numbers written in words, in lower case, by as much of each as does not change with its ending. */
export function spelledNumbersIn(text: string): readonly string[] {
  return (text.toLowerCase().replaceAll('ё', 'е').match(SPELLED_NUMBER) ?? []).map((word) => word.slice(0, 5));
}
