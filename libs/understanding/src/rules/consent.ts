import { phrase } from '../phrase';

const YES =
  '(да|ага|угу|конечно|разумеется|безусловно|ок|окей|хорошо|ладно|согласен|согласна|согласны|yes|yep|yeah|yup|sure|certainly|absolutely|of course|ok|okay|agreed|fine|alright|all right|no problem)';
const GOES_ON =
  "(да|конечно|можно|можете|пишите|пиши|присылайте|пришлите|возобнов*|продолжайте|давайте|хочу|хотим|хотел*|буду|будем|согласен|согласна|согласны|жду|ждем|интересно|актуально|спасибо|пожалуйста|please|you|go ahead|do|send|write|i would|i want|i am interested|i'm|i'd|we would|we want|we'd|we're|let's|that's|it's|thanks|thank you|sure|of course|resume|continue)";

/** "Yes", with nothing beside it but politeness. */
export const YES_ALONE = phrase(
  `^(ну |что ж |спасибо |thanks |thank you |well |oh )*(${YES} ?)+(пожалуйста|please|спасибо|thanks|thank you)?$`,
);

/** "Yes" that goes on with what one agrees to; "yes, I got your letter" agrees to nothing. */
export const YES_AND = phrase(`^(ну |что ж |спасибо |thanks |thank you |well |oh )*(${YES} ?)+ ${GOES_ON}`);

/** A permission without a "yes". */
export const ALLOWS = phrase(
  [
    '(можно|можете|разрешаю|разрешаем) (мне |нам |снова |опять |дальше |продолжать |и дальше )*(писать|присылать|написать|прислать|возобновить|продолжать|продолжить|снова|опять)',
    '(возобновите|возобновляйте|возобновим|возобновить|продолжайте|продолжим)',
    '^(пишите|присылайте|можно|давайте|не против)( снова| опять| дальше| пожалуйста| конечно| мне| нам)*$',
    '(снова|опять) (пишите|присылайте)',
    '(согласен|согласна|согласны) (на |возобновить|получать|продолжить|чтобы)',
    '(go ahead|please do|feel free|do go on|carry on|please resume|please continue|resume|happy for you to)',
    'you (can|may) (again |go ahead and )?(write|email|e mail|contact|message|continue|resume|send)',
    "(i|we) (agree|consent|don't mind|do not mind)",
    '(write|email) (to )?(me|us) again',
  ].join('|'),
);

/** A refusal in so many words. */
export const REFUSES = phrase(
  [
    '^(ну |спасибо |thanks |thank you |sorry |извините )*(нет|неа|no|nope|nah|never|никогда)',
    '(не|больше не) (надо|нужно|стоит|хочу|хотим|хотел*|пишите|пиши|писать|присылайте|возобновляйте|возобновлять|согласен|согласна|согласны|беспокойте|интересно|интересует)',
    '(против|нельзя|ни в коем случае|хватит|достаточно|прекратите|отпишите|удалите|отстаньте)',
    "(don't|do not|dont|please don't|never|stop) (write|email|contact|message|send|resume|bother|want|writing|emailing|contacting)",
    '(rather not|not interested|unsubscribe|no thanks|no thank you|stop)',
  ].join('|'),
);

/** A refusal's words that refuse nothing. */
export const REFUSES_NOTHING = phrase(
  "(я |мы |ничего |совсем )*(не (против|возражаю|возражаем)|возражений нет|no (problem|problems|objection|objections|worries)|(don't|do not) mind|why not|почему (бы и |бы )?нет|не вопрос|без проблем)",
  'g',
);

/** What makes an agreement less than one. */
export const HEDGES = phrase(
  '(если|но|только|хотя|однако|позже|потом|пока|не сейчас|может|наверное|возможно|подумаю|if|but|unless|only|maybe|perhaps|possibly|later|not now|not yet|not sure|provided|as long as)',
);
