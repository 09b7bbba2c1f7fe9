import { rule } from '../rule';

/** Ways to ask to see the product, to try it, or to talk about it in person. */
export const DEMO = [
  rule('demo-ru', 0.92, [
    '(демо|демку|демка|демонстрац*|демодоступ*|демоверси*|демовстреч*)',
    '(пробн*|тестов*|гостев*|бесплатн*) (бесплатн* )?(доступ*|период*|верси*|неделю|месяц|аккаунт*|учетк*|логин*|подписк*|использован*)',
    '(триал*|trial)',
    '(доступ|учетк*|логин) ~ (демо|тест*|поиграть*|посмотреть|попробовать|потрогать|пощупать)',
    '(дайте|откройте|откроите|предоставьте|пришлите|нужен|сделайте|можно|получить|хотим|хочу|выдайте|скиньте) ~ (доступ|тест|логин|учетк*|аккаунт*)',
  ]),
  rule('try-ru', 0.86, [
    '(попробовать|попробуем|попробовал* бы|потестировать|протестировать|потестим|тестировать|тестануть|потыкать|потыкаем|потрогать|пощупать|поиграться|поюзать|покрутить|опробовать|испытать|обкатать)',
    '(покажите|показать|покажете|увидеть|посмотреть|посмотрим|взглянуть|глянуть) ~ (вживую|в живую|живьем|в работе|в деле|в действии|онлайн|на экране|как ~ работает|как это|продукт*|систем*|платформ*|интерфейс*|сервис*|программ*|функционал*|изнутри|своими глазами|ваш* решени*)',
    '^(ну |а |да |хорошо |ок |давайте )*(покажите|показывайте)( пожалуйста)?$',
    '^(ну |а |да |хорошо |ок |давайте |тогда )*(покажете|покажите|показывайте)',
    '(можно|хочу|когда|хотим|хотелось бы|хотел* бы|готов*|интересно|хочется|не против) ~ (посмотреть|увидеть|взглянуть|глянуть)( систему| сервис| продукт| платформу| на вас| на это)?$',
    '(покажите|покажи) (что|как|все|нам|мне|ваш*)',
    '(проведите|провести|проведете|организуйте|устройте) ~ (презентац*|показ|вебинар)',
    '(презентац*) (онлайн|вживую|в зуме|по видео)',
  ]),
  rule('meet-ru', 0.84, [
    '(созвон|созвона|созвону|созвоне|созвонимся|созвониться|созваниваться|созвонится|созвонимса)',
    '(давайте|готов|готова|готовы|можем|можно|могу|предлагаю|назначим|назначьте|организуйте|организуем|запланируем|запишите|хотел* бы|хочу|удобно|хотим|жду|нужна|проведем|нужен) ~ (встреч*|встретимся|встретиться|звонок|звонка|зум*|zoom|скайп*|телемост*|вебинар*|видеозвонок|видеовстреч*|тимс|teams|meet|пообщаться|переговорить|пообщаемся|поговорить голосом|голосом)',
    '(есть|найдется|найдете|выделите|на|уделите) ~ (минут|минуты|полчаса|полчасика|минуток)',
  ]),
  rule('phone-ru', 0.8, ['(позвоните|наберите|перезвоните|позвони|набери)( мне| нам| меня| пожалуйста)*']),
  rule('demo-en', 0.92, [
    '(demo|demos|demonstration|walkthrough|walk through|walk me through|walk us through)',
    '(free|trial|test|sandbox|guest|demo) (access|account|period|version|login|environment|credentials|drive)',
    '(free )?trial',
    '(is there|do you have|any|got|have|provide|offer|set up|need|want|get) ~ (sandbox|test account|test access|playground|free tier|free version)',
  ]),
  rule('try-en', 0.86, [
    '(try|trying|test|testing|play with|play around with) (it|this|your|the|out|that)( out)?',
    '(give it|have|take it for) a (try|go|spin|test drive)',
    '(see|show|look at|watch) ~ (in action|live|working|how it works|work|the product|your product|the tool|the platform|the system|the interface|on screen)',
    'show (me|us)( it| how| what)?',
    'show (it|this) to',
    'test drive',
    "let's (try|see it|give it)",
  ]),
  rule('meet-en', 0.84, [
    '(schedule|book|set up|arrange|organi(s|z)e|have|jump on|hop on|get on|do|up for|open to|available for|happy to|plan|join|fix|want|quick|short) ~ (call|meeting|chat|zoom|session|video call|teams|webinar|appointment|slot)',
    "let's (talk|chat|meet|speak|connect|hop on|jump on|do a call|have a call)",
    '(free|available) (to talk|to chat|to meet|for a call|for a chat)',
    '(can|could) (we |you )?(talk|meet|speak)',
    '(have|got|spare|grab|find|need|take) ~ (minutes|mins|min|half an hour|half hour)',
    "let's do (it|this|that|$)",
    'book me( in)?',
    '(how|what) about (on |this |next )*(monday|tuesday|wednesday|thursday|friday)',
  ]),
  rule('phone-en', 0.8, ['give (me|us) a (call|ring|buzz)', '(call|phone|ring) (me|us)']),
];
