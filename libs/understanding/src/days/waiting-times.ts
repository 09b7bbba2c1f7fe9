import type { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import type { DayExpression, Groups } from './day-expression';
import { expression } from './day-expression';
import { COUNT, toCount } from './numbers';
import type { Period } from './period';
import { exactly, workingDayFrom } from './period';

const UNIT =
  '(?<unit>д(ень|ня|ней|еньков|ечка)|сутки|суток|недел(ю|и|ь|ьку|ьки|ек)|нед|месяц(а|ев|ок|очек)?|мес|квартал(а|ов)?|полгода|полгодика|год(а|ик)?|лет|days?|weeks?|wks?|months?|quarters?|years?|half a year|fortnights?)';
/** The least of "6-8 weeks". */
const AT_LEAST = '((?:[0-9]{1,2}|одну|один|две|два|три|one|two|three|four|five|six) ?(?:-|или|or|to) ?)?';
const COUNTED = `${AT_LEAST}(?<count>${COUNT}) (more |of |рабоч* |календарн* )?${UNIT}`;
const WAIT_RU =
  '(отстаньте|отвяжитесь|забудьте|замрите|затаитесь|тишина|молчите|погод*|ближайш(ие|их|ий|ую)|подожд*|потерп*|обожд*|выжд*|отлож*|перенес*|дайте|дай|нужн*|надо|понадоб*|потребу*|требу*|пауз*|тайм аут)';
const WAIT_EN =
  '(leave (me|us) (alone|be|in peace)|gimme|give (it|this|me|us)|need|needs|take|takes|wait|hold off|pause|park (it|this)|shelve (it|this)|delay (it|this)|leave (it|this)|postpone (it|this)?|push (it|this)? ?back)';

/** Ways to say how long from now. */
export const IN_SOME_TIME = expression(
  'in-some-time',
  [
    '(?<unit>half a year) (from now|later)',
    '((через|спустя) )?(?<half>полтор(а|ы)) (?<unit>месяца|недел(и|ьки))',
    `(через|спустя) (?<vague>(?<unit>недел(ю|ьку))) (другую|полторы)`,
    `^(давайте |лучше |напишите |может )*через (?<unit>(?<count>две|три|четыре))(?=$)`,
    `(через|спустя|чрез|черз) (примерно |где то |эдак |этак )?${AT_LEAST}(?<count>${COUNT})? ?(рабоч* |календарн* )?${UNIT}( (?<count2>две|два|три|четыре|пять))?`,
    `(?<vague>(?<unit>недел(и|ьки|ек)|месяц(а|ев)|дн(я|ей|ечка))) (через|на) (?<count>${COUNT})`,
    `(in|within|after|about|give us|give me|another|for) (about |another |the next |at least |around |like |maybe )*${AT_LEAST}(?<count>${COUNT}) (more |of |working |business )?${UNIT}('s?)?( time)?`,
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
      `((?<count>${COUNT}) )?${UNIT} (еще |на )?(тишины|молчания|покоя|подожд*|потерп*|паузы|раздумь*|надо|нужно|нужен|дайте|передышк*)`,
      '^(еще )?(?<vague>(?<unit>недел(и|ьки|ек)|месяц(а|ев)|дн(я|ей|ечка))) (?<count>две|два|три|четыре|пять)',
      `на (?<count>${COUNT}) ${UNIT} (позже|позднее)`,
      `на ${UNIT} (позже|позднее)`,
      `${WAIT_EN} (for |off |about |another |at least |around |maybe |back |by )*${COUNTED}`,
      `${WAIT_EN} (for |off |about |another |at least |around |maybe |back |by )*(?<unit>half a year)`,
      '^(in )?(a )?(?<unit>fortnight)(?=$)',
      `^(?<vague>(?<unit>недельк(у|а)|месяц)) другой(?=$)`,
      `^(maybe |say |another |like |about |ask |try )*${COUNTED}( please| pls| tops| or so)?(?= (and|then)|$)`,
      `^(может |давайте |еще |ну |примерно |хотя бы )*(?<count>${COUNT}) ${UNIT}(?= и|$)`,
    ],
    inSomeTime,
  ),
];

/** Who says "in a week or so" has no Sunday in mind. */
function inSomeTime(groups: Groups, calendar: Calendar): Period {
  const day = countedFrom(calendar.today, groups);
  const { vague, unit = '', count = '' } = groups;
  const isVague = vague !== undefined || /^(?:недельк|неделек|деньк)/u.test(unit) || /^(?:пар|a? ?couple)/u.test(count);
  return exactly(isVague ? workingDayFrom(day, calendar) : day);
}

function countedFrom(today: DateTime, groups: Groups): DateTime {
  const count = toCount(groups['count'] ?? groups['count2']);
  const unit = groups['unit'] ?? '';
  if (groups['half'] !== undefined || groups['count']?.startsWith('полтор'))
    return today.plus({ days: unit.includes('недел') ? 11 : 45 });
  if (unit.startsWith('fortnight')) return today.plus({ weeks: 2 * count });
  if (/^(?:нед|w|две|три|четыре)/u.test(unit)) return today.plus({ weeks: count });
  if (/^(?:д|сут|day)/u.test(unit)) return today.plus({ days: count });
  if (/^(?:полгод|half)/u.test(unit)) return today.plus({ months: 6 });
  if (/^(?:квартал|quarter)/u.test(unit)) return today.plus({ months: 3 * count });
  if (/^(?:год|лет|year)/u.test(unit)) return today.plus({ years: count });
  return today.plus({ months: count });
}
