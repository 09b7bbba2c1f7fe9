import { rule } from '../rule';

/** Things the contact wants to know, whether or not a question mark follows. */
export const QUESTION = [
  rule('price', 0.9, [
    '(сколько|почем|скока|скок) ~ (стоит|стоят|будет стоить|обойдется|просите|денег|это|платить)',
    '(какая|какова|какие|какой|узнать|уточните|подскажите|интересует|напишите|озвучьте|сориентируйте|назовите|по|а|что по) ~ (цена|цены|цену|ценам|стоимость|стоимости|тариф*|ценник|расценки|прайс|порядок цен)',
    '^(а )?(цена|стоимость|прайс|почем|ценник|тарифы|сколько стоит)$',
    'how much',
    "(what|what's|whats|what is|about|the|know|tell me|your) ~ (price|prices|pricing|cost|costs|fee|fees|rates|price tag)",
    '^(price|pricing|cost|costs|prices)( please| pls)?$',
  ]),
  rule('asks-ru', 0.86, [
    '(подскажите|поясните|объясните|уточните|расскажите|скажите|ответьте|напишите подробн*|просветите|опишите|рассказывайте|расскажи)',
    '(хочу|хотел* бы|хотим|хотелось бы|надо|нужно|важно|интересно) ~ (узнать|понять|уточнить|разобраться|прояснить|понимать|знать)',
    '(есть|возник*|остал*|появил*|пара|несколько|такой) ~ (вопрос|вопросы|вопросов)',
    '(чем|в чем) ~ (отличается|отличаетесь|лучше|отличие|разница|преимуществ*|фишка|смысл|суть|выгода)',
    '(непонятно|не понял*|не понимаю|не очень понял*|не ясно|неясно) ~ (что|как|чем|зачем|почему|для|о чем|кто|где)*',
    '^(а |и |ну |но |кстати |еще |скажите )*(как|сколько|какие|какая|какой|какое|каким|какую|чем|что за|что такое|где|когда|кто|откуда|зачем|почему|можно ли|есть ли|нужно ли|возможно ли|правда ли|в чем|для кого|для чего|на каком|на каких|с какими|с чем|работает ли|умеет ли|поддерживается ли|поддерживает ли)',
    '(работает|умеет|поддерживает|поддерживается|интегрируется|подходит|есть|можно|будет|нужен|нужна|нужно|входит|требуется|предоставляете|хранятся|дружит) ли',
    '^(а |и |ну |но )*что (это|вы|у вас|он|она|оно|именно|конкретно|делает|умеет|входит|дает|если)',
    '(как|что|чем|сколько|где|зачем) (это |он |она |оно |вы |у вас |ваш* |все )*(работает|устроен*|делает|умеет|занимаетесь|предлагаете|отличаетесь|отличается|хранит*|выглядит|считает*)',
  ]),
  rule('asks-en', 0.86, [
    "^(and |but |so |ok |also |well |just |hi |quick question |one question |yes |then )*(how|what|what's|whats|which|why|where|when|who|whose|does|do you|is it|is there|are there|are you|can it|will it|has it|would it|did you|should)",
    '(tell|explain|clarify|elaborate|describe) ~ (me|us|more|about|how|what|why|on)',
    '(would like|like|want|need|love|curious|wonder|wondering|interested|keen) (to )?(know|understand|learn|find out|hear|clarify|if|whether|how|about how)',
    '(have|got|had) ~ questions?',
    '(what|how) ~ (difference|different|better|compare*|differ)',
    "(not sure|don't understand|didn't understand|unclear|do not understand|can't tell) ~ (what|how|why|if|whether|where)",
    '(let me know|wondering) (if|whether|how|what)',
    '(how|what) (does|do|is|are|can|would|will|about) (it|this|that|you|your|the)',
  ]),
  rule('interested', 0.72, [
    '^(да |это |очень |а |вот |ого |хм |ну |звучит |предложение |нам |мне |в целом )*интересн(о|ое|ая)( очень| звучит| предложение| нам| мне| подробнее| да| давайте| можно подробнее)*$',
    '(можно |хотелось бы |давайте |а )?(по)?подробнее( можно| пожалуйста| расскажите)*',
    "^(yes |we're |we are |i'm |i am |very |sounds |that's |this is |this |that |quite |could be |looks |ok )*(interested|interesting|intriguing|tell me more)$",
  ]),
];
