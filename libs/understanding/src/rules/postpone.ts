import { rule } from '../rule';

/** Invitations to come back; a plain refusal of today beside one of them is only a "not now". */
export const COME_BACK = [
  rule('come-back-ru', 0.9, [
    '(вернемся|вернитесь|вернись|вернуться|вернусь|вернетесь|возвращайтесь|возвращаться|возвратимся|возвратиться|вернемса|вирнемся)',
    '(напишите|напиши|пишите|свяжитесь|связаться|свяжемся|позвоните|перезвоните|напомните|напомни|напоминайте|наберите|обратитесь|обращайтесь|спросите|постучите*|стучитесь|маякните|пинганите|пингуйте|приходите|заходите|поговорим|обсудим|поднимем|спишемся|созвонимся|пообщаемся|продолжим|подумаем|подумаю|посмотрим|рассмотрим|решим) ~ (позже|попозже|потом|чуть позже|позднее|ближе к|как нибудь|в другой раз|не раньше|не ранее|через)',
    '(позже|попозже|потом|позднее) ~ (напишите|напиши|свяжитесь|свяжемся|позвоните|напомните|обсудим|поговорим|обратитесь|спишемся|созвонимся|продолжим|посмотрим|рассмотрим)',
    'напомните(сь)?',
    '(перенесем|перенести|перенесите|отложим|отложить|отложите|отложено|отложили|сдвинем|подвинем|перенос)',
    '(взять|возьмем|берем|на) пауз(у|е)',
    '(не|ни) (раньше|ранее)',
    'в другой раз',
  ]),
  rule('come-back-en', 0.9, [
    '(come|get|circle|check|reach|touch|ping|swing|loop|report) (me |us )?(back|base)( to| with| on| in)?',
    '(follow|following) up (with )?(me |us )?(in|on|after|later|next|then|again|around|at|by|sometime|early|mid|late)',
    '(remind|ping|nudge|chase|buzz) (me|us)',
    '(contact|email|write|call|message|reach out|try|ask|talk|speak|approach|reconnect|revisit|discuss|check in|touch base|catch up|get in touch|pick this up|pick it up|look at this|look at it|resume|be in touch) (to |with |out to |out |me |us |this |it |about this |this up |up |again |back )*(later|again in|again after|next|in a few|in a couple|sometime|after|another time|some other time|at a later|down the|towards|closer)',
    '(revisit|reconnect|re visit|reconsider|reassess)',
    '(postpone|reschedule|push (this|it) (back|out|to)|put (this|it|that) (off|on hold)|park (this|it)|table this|on hold|delay|defer)',
    '(another|some other|better) time',
    '(not|no) (earlier|sooner|before)( than)?',
    '(contact|email|write|call|message|reach out|try|ask|talk|speak|approach|ping|mail) ~ again',
    'drop (me|us) (a|an) (line|note|email|mail|message)',
    'drop (me|us) (a|an) note',
  ]),
];

/** Signs that today is the wrong time, without a word about another. */
export const NOT_NOW = [
  rule('not-now-ru', 0.8, [
    'не сейчас',
    '(сейчас|пока|сегодня|пока что) ~ (не|нет|рано|некогда)',
    '(не|нет) ~ (сейчас|пока|в этом (году|месяце|квартале))',
    'в этом (году|месяце|квартале) ~ (не|нет|уже)',
    '(рано|рановато|преждевременно|несвоевременно)',
    '^(пока|еще) (нет|не)$',
    '(позже|попозже|потом|позднее|погодя)$',
    '^(может |возможно |может быть |давайте |лучше |чуть |не сейчас )*(позже|попозже|потом|позднее|как нибудь потом)',
    'не (время|до (этого|того|вас|вашего|них|нее|него)|горит|срочно|в приоритете|приоритет*|к спеху)',
    '(нет|не хватает|не будет) (сейчас |пока |совсем )?времени',
    '(времени|руки|время) ~ (нет|не хватает|не доход*|нету)',
    '(подождите|подождать|подождем|погодите|повременим|повременить|подождите)',
    'не (сегодня|получится|выйдет|смогу|сможем)(?! (воспользоваться|принять))',
  ]),
  rule('not-now-en', 0.8, [
    'not (right |just )?(now|today|yet|currently|presently)',
    "(not|isn't|bad|wrong|n't) (at |in )?(the |a |this |really |such |at )*(right |best |good |great |ideal )?(time|moment|priority|point in time|stage|present)",
    '(at|for) (the moment|this moment|this time|this stage|this point|present|the time being|now) ~ (not|no)',
    '(maybe|perhaps|possibly|probably) (later|some other time|in the future|next)',
    '(later|not yet|not now|not today)$',
    '^(maybe |perhaps |not now )?later',
    "(no|don't have|haven't got|do not have|lack) (the |any )?(time|bandwidth|capacity)",
    '(too (early|soon)|premature|on hold|frozen|budget freeze|hold off|hold on|wait (until|till|for))',
    'low(er)? priority',
    'not (this|in this|until|till|before) (year|quarter|month|week|season|half|then|next|the)',
    "(doesn't|does not|won't|will not) (work|suit)(?! (for )?(us|me))",
  ]),
];

/** Reasons for which the contact has no time; a stretch of time named with one of them has to pass first. */
export const BUSY = [
  rule('busy-ru', 0.8, [
    '(некогда|завал*|аврал*|запара|запарка|цейтнот|занят|занята|заняты|загружен*|перегружен*|зашиваемся|зашиваюсь)',
    '(отпуск|отпуске|отпуска|командировк*|отъезде|декрет|декрете|больничн*|не будет на месте|не буду на месте|отсутствую)',
    '(заморожен*|заморозили|на паузе|закрываем (год|квартал|месяц)|закрытие (года|квартала|месяца)|отчетност*|отчетный период|инвентаризаци*|высокий сезон|горячая пора)',
  ]),
  rule('busy-en', 0.8, [
    '(too|very|super|really|swamped|extremely|so|crazy|bit|quite|currently|pretty) (busy|swamped|slammed)',
    '(busy|swamped|slammed|snowed under|no time|no bandwidth|tied up|out of capacity|bad timing|hectic)',
    '(on|on my|taking|back from|away on) (holiday|vacation|leave|annual leave|parental leave|maternity leave|pto)',
    '(out of (the )?office|ooo|travelling|traveling)',
    '(year end|quarter end|audit|stocktak*|peak season|busy season|freeze|closing the (year|quarter|books))',
  ]),
];

/** Words beside which a day means the day to come back. */
export const AWAITS_DAY = [
  rule('contact-verb-ru', 0.88, [
    '(напишите|напиши|пишите|писать|свяжитесь|связаться|свяжемся|позвоните|перезвоните|позвонить|наберите|обратитесь|обращайтесь|спросите|постучите*|стучитесь|маякните|пинганите|приходите|заходите|поговорим|поговорить|обсудим|обсудить|обсуждать|поднимем|спишемся|пообщаемся|продолжим|продолжить|подумаем|посмотрим|посмотреть|рассмотрим|рассматривать|рассмотреть|решим|решать|займемся|заняться|начнем|начать|планируем|планировать|запланируем|вопрос|тем*|бюджет*|интересно|актуальн*|готовы|готов|готова|удобн*|лучше|давайте|можно|можем|смогу|сможем|буду|будем|будет|появится|появимся|выйду|освобожусь|освободимся|разгребем|разгребу|жду|ждем|только|не раньше|не ранее|попробуйте|пробуйте|нет|не)',
  ]),
  rule('contact-verb-en', 0.88, [
    "(write|contact|email|call|message|reach|try|ask|talk|speak|discuss|touch base|catch up|let's|lets|back|return|revisit|look|plan|planning|decide|decision|start|budget|available|interested|relevant|good|better|best|ready|free|open|maybe|perhaps|possibly|not|can't|won't|wait|until|till|only|should|would|could|can|will|we'll|i'll|please|get|how about|prefer)",
  ]),
];
