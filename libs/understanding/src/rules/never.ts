import { rule } from '../rule';

/** Letters declined for good, or one thing of ours; which of the two it is, the words beside it say. */
export const NEVER = [
  rule('never-later-ru', 0.8, [
    'ни (сейчас|сегодня|теперь|завтра) ни (потом|позже|в будущем|после|когда*|завтра|через*)',
    'не (возвращайтесь|возвращайся|напоминайте|напоминай|ждите|надейтесь|вернемся|вернусь|передумаю|передумаем)',
    '(и|ни|даже) (потом|позже|завтра|через год|в следующем году|в будущем|в [а-я]{3,9}) (тоже |уже )?не (надо|нужно|стоит|пишите|интересно|будем|буду)',
    '(никогда|вовек|ни разу|ни за что|ни под каким|ни при каких)',
    '(закрыли|закрываем|свернули|сворачиваем) (это |это самое )?направление',
  ]),
  rule('never-later-en', 0.8, [
    "(not|neither|no not|n't) (now|today|this year|this week) (or|nor|and not|not) (later|ever|tomorrow|next*|then|in the future)",
    "(no need to|don't|dont|do not|don't bother to|no point in|please never|not to) (try|trying|come|coming|follow|following|remind|reminding|chase|chasing|check|checking|ask|asking|wait|waiting|return) ~ (again|later|back|up|us|me|for us|for me|in)",
    '(no|never a|never) (better|good|right) time',
    "(never|not ever|won't ever|not in a million|when hell|until hell|hell freezes)",
  ]),
  rule('do-not-send-ru', 0.8, [
    'не (надо |нужно |стоит |следует )?(мне |нам |больше )?(писать|пишите|пиши|присылать|присылайте|присылай|слать|шлите|шли|отправлять|отправляйте|высылать|высылайте|звонить|звоните)',
    '(предложени*|письма|писем|сообщени*|реклам*|материал*|презентаци*|звонк*) ~ не (присылать|присылайте|слать|шлите|отправлять|отправляйте|высылать|принима*|чита*|рассматрива*)',
    '(отзываю|снимаю|отменяю) (свою |свой |мою |мой )?(заявк*|запрос*|просьб*)',
  ]),
  rule('do-not-send-en', 0.8, [
    "(don't|dont|do not|never|not to|no need to|refrain from|avoid|quit|stop) (ever )?(send|sending|contact|contacting|mail|mailing|email|emailing|write|writing|call|calling|message|messaging|text|texting|pitch|pitching)",
    '(no|neither|nor) (more |further |other )?(emails?|mails?|letters?|calls?|messages?|newsletters?|demos?|slides?|decks?|trials?|documents?|materials?) (no|nor|or|neither|and no)',
  ]),
];

/** Words of refusal that refuse nothing. */
export const NO_REFUSAL = [
  rule('no-refusal-ru', 0.8, [
    '(ничего )?не (имею|имеем|имел бы|буду) (ничего )?против',
    '(ничего )?против (ничего )?не (имею|имеем|буду)',
    'не против',
    'возражений (нет|не имею|не имеем|не будет)',
    '(вопросов|претензий|замечаний) (больше |пока |у нас |у меня )*(нет|не имею|не имеем|не осталось)',
    'нет (больше |пока )*(вопросов|возражений|претензий|замечаний)',
    '(это )?не (отказ|отказом|спам)',
    'не то что(бы)? (не|нет|нам не|мы не|неинтересно|отказ*|против)',
    'не (говорю|говорим|сказал|сказала|сказали) (вам )?нет',
    '(ни|и) да (и |ни )нет',
    'не (удаляйте|убирайте|исключайте|вычеркивайте|отписывайте|отписываюсь|отписываемся|отпишусь)',
    'не (переживайте|волнуйтесь|извиняйтесь|надо извиняться|беда)',
    'не беспокойтесь (все|письмо|я|мы|оно|это|за|о|об)',
  ]),
  rule('no-refusal-en', 0.8, [
    '(neither yes nor no|yes and no|yeah no)',
    "(not|isn't|wasn't|no means|hardly) (a |an |really |saying )*(no|refusal|rejection|objection)",
    "(not|isn't) (that|because) (we|i|it|they) (don't|do not|aren't|are not|wouldn't)",
    "(don't|do not|not|never|haven't|have not|hasn't) (mean to |said |say |actually )*(reject*|refus*|object*|declin*|oppos*|against)",
    '(no|zero) (harm|objections?|probs?|prob|issues?|complaints?|offence|offense|hard feelings|further questions?|more questions?)',
    "(don't|dont|do not|please don't|never|not) (delete|remove|unsubscribe|unsubscribing|drop|erase|strike|take) (me|us|my|our)",
    '(keep|leave) (me|us) (on|in|subscribed)',
    "(wouldn't|would not|won't|will not|can't|cannot) say no",
    '(nothing|not anything) (else|to add|more to ask|further)',
    '(never|nobody|no one) said (we|i|no|that)',
  ]),
];
