import { rule } from '../rule';

const MATERIAL_RU =
  'презентац*|презинтац*|призентац*|прзентац*|през|преза|презу|презы|материал*|матерял*|инфо|инфу|инфа|информац*|описани*|брошюр*|каталог*|буклет*|листовк*|кп|коммерческ*|ком предложени*|документ*|документаци*|pdf|пдф|прайс*|подробност*|детал*|слайд*|дек|файл*|файлик*|pptx|ппт|one pager|ванпейджер*|обзор*|памятк*';
const SEND_RU =
  'пришл*|присыла*|прислать|отправ*|вышл*|высыл*|выслать|скин*|скид*|кин*|кидай*|кидани*|шли|шлите|дай|дайте|дадите|поделит*|направ*|сбрось*|сбросьте|перешлите|переслать|закин*|подкин*|жду|ждем|ждём|можно|есть|хочу|хотел*|хотим|хотелось|нужн*|нужен|посмотр*|взгляну*|гляну*|изуч*|почита*|ознаком*|получить|давайте|предоставьте|покажите|интересн*';

/** Ways to ask for something to read. */
export const PRESENTATION = [
  rule('send-materials-ru', 0.93, [
    `(${SEND_RU}) ~ (${MATERIAL_RU})`,
    `(${MATERIAL_RU}) ~ (${SEND_RU}|пожалуйста|можно)`,
    `^(${MATERIAL_RU})( пожалуйста| плиз)?$`,
    'презентаци(ю|я|и) на (почту|мейл|email|адрес|этот)',
    '(написать|напишите|изложите|изложить|пришлите|отправьте|прислать|направьте|скиньте) ~ предложени*',
    '(пришл*|присыла*|отправ*|вышл*|высыл*|скин*|кин*|покажите|поделит*) ~ (кейс*|пример|примеры|отзыв*|референс*|договор|ссылк*)',
  ]),
  rule('something-to-read-ru', 0.88, [
    '(что нибудь|чтонибудь|что то|чего нибудь|что) (можно |есть |нибудь )?(почитать|посмотреть|изучить|полистать|прочитать)',
    '(почитать|полистать|изучить|ознакомиться) ~ (что нибудь|есть|дайте|можно|подробн*|детальн*|на досуге|самостоятельно|самому)',
    '(есть|дайте|хочу|хотел* бы|хотим|можно|где|пришлите|скиньте) ~ (почитать|полистать|ознакомиться)',
    '(изучим|почитаем|почитаю|полистаю|ознакомлюсь|ознакомимся) (сначала|сперва|на досуге)',
    '(сначала|сперва) ~ (почитать|изучить|ознакомиться|почитаем|изучим)',
    '(пришлите|отправьте|скиньте|продублируйте|вышлите|перешлите) (ее |его |их |письмо |пожалуйста )*(еще раз|повторно|заново)',
    'не (вижу|получил*|открывается|открыть|пришл*|дошл*|прикрепил*|прикрепил*|могу открыть|смог* открыть) (вашу |ваши |ваше |никак* |у вас )*(вложени*|файл*|презентаци*|ссылк*|материал*)',
    '(вложени*|файл*|презентаци*|ссылк*|материал*) (у меня |почему то |так и )*не (открыва*|пришл*|прикрепил*|дошл*|загружа*|работает)',
  ]),
  rule('just-send-ru', 0.78, [
    '^(да |ну |ок |хорошо |конечно |ладно |давайте |интересно |можно |спасибо |тогда )*(пришлите|присылайте|скиньте|скидывайте|отправьте|отправляйте|высылайте|вышлите|кидайте|киньте|шлите|направьте|направляйте|пришли|скинь|присылай|кидай)( на почту| пожалуйста| посмотрим| посмотрю| мне| нам| изучу| сюда| гляну| изучим| на этот адрес| почитаю| плиз| подробнее)*$',
    '(пришлите|скиньте|отправьте|вышлите|присылайте) (на (почту|email|этот адрес)|подробн*|сюда|письмом|что есть|все что есть|что у вас есть)',
    '(присылайте|пришлите|скиньте|скидывайте|высылайте|кидайте|шлите|отправляйте|присылай|скидывай)( пожалуйста| почитаю| изучу| посмотрю)*$',
  ]),
  rule('send-materials-en', 0.93, [
    '(send|share|forward|email|e mail|mail|provide|drop|shoot|pass|get|see|have|want|need|like|got|attach|fire) ~ (deck|presentation|brochure|slides?|slide deck|materials?|pdf|one pager|onepager|leaflet|catalog*|documentation|docs|overview|case stud*|whitepaper|white paper|datasheet|data sheet|price list|details|prospectus|fact sheet|handout|literature|pitch|collateral)',
    '(send|share|forward|email|provide) ~ (information|info|more|something|it over|it through|them over|stuff|details|what you have|whatever you have)',
    '(deck|presentation|brochure|slides|materials|one pager|pdf) (please|pls|would|is fine|first|over)',
    '^(the |a |your )?(deck|presentation|brochure|slides|one pager|pdf)( please| pls)?$',
    '(more|further|additional) (info|information|details|materials?)( please|$| on| about)',
    '(resend|re send|send again)',
    "(can't|cannot|couldn't|unable to|can not) (open|see|find|download|access) (the|your|any|that) (attachment|file|deck|link|pdf|presentation)",
    "(never|didn't|did not|haven't|have not) (got|get|receive|received|gotten) (the|your|any) (attachment|file|deck|link|pdf|presentation|slides)",
    "(attachment|link|file) (is missing|was missing|is broken|is empty|does not open|doesn't open)",
  ]),
  rule('something-to-read-en', 0.86, [
    '(something|anything|material|stuff) (i|we|to|that) (can |could )?(to )?(read|look at|browse|review|study|look over|flick through)',
    '(read|learn) (more|up|about it)',
    '(in|as) (writing|a document|pdf)',
  ]),
  rule('just-send-en', 0.78, [
    '^(yes |sure |ok |okay |yeah |please |great |fine |go ahead |sounds good |absolutely |interesting |of course |well |and )*(send|share|forward|shoot) (it|them|that|away|over|through|me|one|along)( to)?( me| us)?( over| along| through| across| please| thanks| then)*$',
    '(send|fire|shoot) (it|them) (over|across|along|through|away)',
  ]),
];
