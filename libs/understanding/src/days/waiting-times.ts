import type { Calendar } from './calendar';
import type { DayExpression, Groups } from './day-expression';
import { expression } from './day-expression';
import { COUNT, toCount } from './numbers';
import type { Period } from './period';
import { exactly } from './period';

const UNIT =
  '(?<unit>д(ень|ня|ней|еньков|ечка)|сутки|суток|недел(ю|и|ь|ьку|ьки|ек)|месяц(а|ев|ок|очек)?|мес|квартал(а|ов)?|полгода|полгодика|год(а|ик)?|лет|days?|weeks?|wks?|months?|quarters?|years?|half a year|fortnights?)';
const COUNTED = `(?<count>${COUNT}) (more |of |рабоч* |календарн* )?${UNIT}`;
const WAIT_RU =
  '(молчите|погод*|ближайш(ие|их|ий|ую)|подожд*|потерп*|обожд*|выжд*|отлож*|перенес*|дайте|дай|нужн*|надо|понадоб*|потребу*|требу*|пауз*|тайм аут)';
const WAIT_EN =
  '(give (it|this|me|us)|need|needs|take|takes|wait|hold off|pause|park (it|this)|shelve (it|this)|delay (it|this)|leave (it|this)|postpone (it|this)?|push (it|this)? ?back)';

/** Ways to say how long from now. */
export const IN_SOME_TIME = expression(
  'in-some-time',
  [
    '(?<unit>half a year) (from now|later)',
    '((через|спустя) )?(?<half>полтор(а|ы)) (?<unit>месяца|недел(и|ьки))',
    `(через|спустя|чрез|черз) (примерно |где то |эдак |этак )?(?<count>${COUNT})? ?(рабоч* |календарн* )?${UNIT}( (?<count2>две|два|три|четыре|пять))?`,
    `(?<unit>недел(и|ьки|ек)|месяц(а|ев)|дн(я|ей|ечка)) (через|на) (?<count>${COUNT})`,
    `(in|within|after|about|give us|give me|another|for) (about |another |the next |at least |around |like |maybe )*(?<count>${COUNT}) (more |of |working |business )?${UNIT}('s?)?( time)?`,
    '(in|after) (about )?(?<unit>half a year)',
    `${COUNTED} (from now|later|from today|hence)`,
    `${COUNTED} спустя`,
  ],
  inSomeTime,
);

/** Ways to say how long to wait, in which the words around make it a wait rather than the length of a trial. */
export const WAITING_TIMES: readonly DayExpression[] = [
  expression(
    'to-wait',
    [
      `${WAIT_RU} (мне |нам |нас |меня |еще |хотя бы |примерно |около |где то |минимум |на )*((?<count>${COUNT}) )?(рабоч* |календарн* )?${UNIT}`,
      `((?<count>${COUNT}) )?${UNIT} (еще |на )?(подожд*|потерп*|паузы|раздумь*|надо|нужно|нужен)`,
      `на (?<count>${COUNT}) ${UNIT} (позже|позднее)`,
      `на ${UNIT} (позже|позднее)`,
      `${WAIT_EN} (for |off |about |another |at least |around |maybe |back |by )*${COUNTED}`,
      `${WAIT_EN} (for |off |about |another |at least |around |maybe |back |by )*(?<unit>half a year)`,
      '^(in )?(a )?(?<unit>fortnight)(?=$)',
      `^(maybe |say |another |like |about |ask |try )*${COUNTED}( please| pls| tops| or so)?(?= (and|then)|$)`,
      `^(может |давайте |еще |ну |примерно |хотя бы )*(?<count>${COUNT}) ${UNIT}(?= и|$)`,
    ],
    inSomeTime,
  ),
];

function inSomeTime(groups: Groups, { today }: Calendar): Period {
  const count = toCount(groups['count'] ?? groups['count2']);
  const unit = groups['unit'] ?? '';
  if (groups['half'] !== undefined) return exactly(today.plus({ days: unit.includes('недел') ? 11 : 45 }));
  if (/^(?:д|сут|day)/u.test(unit)) return exactly(today.plus({ days: count }));
  if (unit.startsWith('fortnight')) return exactly(today.plus({ weeks: 2 * count }));
  if (/^(?:недел|w)/u.test(unit)) return exactly(today.plus({ weeks: count }));
  if (/^(?:полгод|half)/u.test(unit)) return exactly(today.plus({ months: 6 }));
  if (/^(?:квартал|quarter)/u.test(unit)) return exactly(today.plus({ months: 3 * count }));
  if (/^(?:год|лет|year)/u.test(unit)) return exactly(today.plus({ years: count }));
  return exactly(today.plus({ months: count }));
}
