import { phrase } from './phrase';
import type { Passage } from './readable-text';
import { blankOut } from './readable-text';

/** A message without what politeness puts around it. */
export interface Letter {
  readonly body: Passage;
  /** From the sign-off on; it says who wrote, not what is wanted. */
  readonly signature: Passage;
}

const GREETING = phrase(
  [
    '(добрый|доброе|доброго|добрые) (день|утро|вечер|дня|утра|вечера|времени суток|сутки)',
    'доброго времени',
    '(здравствуйте|здравствуй|приветствую|привет|приветик)',
    '(хорошего|отличного|удачного|прекрасного|продуктивного|приятного) (вам )?(дня|вечера|утра|выходного|рабочего дня)',
    '(хороших|приятных|отличных) (вам )?выходных',
    '(хорошей|удачной|продуктивной) (вам )?(недели|рабочей недели)',
    '(с )?(наступающим|наступившим|прошедшими)( новым годом| праздником| праздниками)?',
    'good (morning|afternoon|evening|day)',
    'have a (nice|good|great|lovely) (one|day|week|weekend|evening|holiday)',
    'happy (holidays|new year)',
    "(i )?hope (you are|you're|this finds you|all is) ~ well",
  ].join('|'),
);

const SIGN_OFF =
  /(?<=^|[\n.!?,;] {0,2})(?:с (?:большим |глубоким )?уважением|с (?:наилучшими|добрыми|лучшими) пожеланиями|всего (?:доброго|хорошего)|искренне ваш|(?:with )?(?:best|kind|warm|kindest|warmest)(?: regards| wishes)?,?(?=\s*(?:\n|$))|(?:with )?(?:best|kind|warm|kindest|warmest) (?:regards|wishes)|regards|(?:yours )?(?:sincerely|faithfully|truly)|cheers,?(?=\s*\n)|отправлено (?:с|из)|sent from|-- ?\n|__+)/u;
const POSTSCRIPT = /(?<=\n\s{0,3})(?:p\.? ?s\.?|з\.? ?ы\.?)[\s:,.-]/u;

/** Blanks greetings and parts the signature from the body; a postscript below a signature is read as body. */
export function stripCourtesies(text: Passage): Letter {
  const greeted = blankOut(text.plain, GREETING);
  const signOff = greeted.search(SIGN_OFF);
  const end = signOff === -1 || !/\p{L}/u.test(greeted.slice(0, signOff)) ? greeted.length : signOff;
  const postscript = greeted.slice(end).search(POSTSCRIPT);
  const resumed = postscript === -1 ? greeted.length : end + postscript;
  return {
    body: {
      written: `${text.written.slice(0, end)}\n${text.written.slice(resumed)}`,
      plain: `${greeted.slice(0, end)}\n${greeted.slice(resumed)}`,
    },
    signature: { written: text.written.slice(end, resumed), plain: greeted.slice(end, resumed) },
  };
}
