import { phrase } from '../phrase';

const ORDINAL_RU =
  '(перв(ый|ое|ая|ую|ого|ом|ым)|втор(ой|ое|ая|ую|ого|ом|ым)|трет(ий|ье|ья|ью|ьего|ьем|ьим)|последн(ий|ее|яя|юю|его))';
const ORDINAL_EN = '(first|second|third|last)';
const SUITS_RU = '( подходит| подойдет| удобно| удобен| удобнее| устроит| устраивает| пожалуйста| лучше|(?=[,;:]|$))';
const SUITS_EN = '( works| is| please| suits| would| will| sounds| then|(?=[,;:]|$))';

/** An option named by its number. */
export const NUMBERED_OPTION = phrase(
  [
    `(?<a>${ORDINAL_RU}) (вариант*|слот*|окно|окошко)`,
    `(?<b>${ORDINAL_EN}) (option|slot)`,
    `(?<c>${ORDINAL_EN}) one${SUITS_EN}`,
    '(вариант*|слот*|под номером|option|slot) ?(номер |number )?[№#]?(?<d>[1-3])(?![.:,]?[0-9])',
  ].join('|'),
  'gu',
);

/** What a contact who was just offered options may say for one of them. */
export const NUMBER_ALONE = phrase(
  [
    `^(да |ну |тогда |давайте |лучше |пусть будет |мне |нам |подходит |подойдет |беру |выбираю |можно |удобно |удобнее |на )*(?<a>${ORDINAL_RU})( время| дата| дату| день| предложение)?${SUITS_RU}`,
    `^(ok |okay |yes |then |let's |go with |take |i'll |we'll |i |we |prefer |pick |choose |sure )*(the )?(?<b>${ORDINAL_EN})( time| date| day| choice)?${SUITS_EN}`,
    `^(да |ну |тогда |давайте |лучше |выбираю |беру |на |номер )*[№#]?(?<c>[1-3])(-?(й|ый|ой|ий|е|ое|ье|го))?${SUITS_RU}`,
    `^(ok |okay |yes |let's |go with |take |the |number )*#?(?<d>[1-3])(st|nd|rd)?${SUITS_EN}`,
  ].join('|'),
  'gu',
);

/** Every one of them suits. */
export const ANY_OF_THEM = phrase(
  '(любой|любое|любая|все варианты подходят|any of (them|these|those)|any (one|time|slot|option)|(all of )?(them|these) all work|all of (them|these) work)',
);

/** None of them suits. */
export const NONE_OF_THEM = phrase(
  '(ни один|ни одно|ни одна|никакой|не подходит|не подходят|не удобно|неудобно|друг(ое|ого|ом) врем(я|ени)|другой день|другие варианты|другой вариант|none of (them|these|those)|(another|different) (time|day|slot|option)|other (times|days|slots|options)|none works|none work)',
);
