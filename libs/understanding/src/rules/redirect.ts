import { rule } from '../rule';

const COLLEAGUE_RU =
  'коллег*|дистрибьютор*|дилер*|представител*|офис*|головн*|служб*|поддержк*|директор*|руководител*|руководств*|начальник*|начальств*|отдел*|департамент*|бухгалтер*|закуп*|снабжен*|менеджер*|секретар*|ответственн*|специалист*|партнер*|заместител*|зам*|маркетолог*|айтишник*|it|ит|айти|hr|кадр*|другому|другим|тендерн*|инженер*|технолог*|логист*|юрист*|помощник*|ассистент*|главн*|гендир*|собственник*|владельц*|шеф*|босс*|нему|ней|ним|него|нее';
const WRITE_TO_RU =
  'напишите|напиши|пишите|писать|написать|обратитесь|обращайтесь|обратиться|обращаться|свяжитесь|связаться|связывайтесь|адресуйте|адресовать|направьте|направляйте|направить|переадресуйте|перешлите|пришлите|отправьте|отправляйте|поговорите|переговорите|поговорить|уточните|уточнить|спросите|спросить|позвоните|звоните|контактируйте|стучитесь|общайтесь|попробуйте|лучше|нужно|надо|вам';

/** Ways to point to somebody else. */
export const REDIRECT = [
  rule('write-to-colleague-ru', 0.92, [
    `(${WRITE_TO_RU}) ~ (к|ко|с|со|у|на|в|для)? ?(наш* |мо* |сво* )?(${COLLEAGUE_RU})`,
    '(этим|этими|такими|данным|данными|подобными|закупками|закупкой|внедрением|всем этим|it|ит) ~ (занимается|занимаются|ведает|заведует|рулит)',
    '(занимается|занимаются|решает|решают|курирует|ведет) ~ (не я|другой|другие|другая|другое|мой|моя|мое|наш|наша|коллег*|отдел*|директор*|руковод*|начальств*|начальник|менеджер*|головной|головная|собственник|владелец|шеф)',
    '(за это|за этот|за эти|за данн*|за закупк*|за такие|за направление) ~ (отвечает|отвечают)',
    '(отвечает|отвечают) за (это|этот|эти|данн*|закупк*|такие|направление)',
    '(контакт|контакты|почта|адрес|координаты|email|мейл|телефон) ~ (коллег*|ответственн*|директор*|начальник*|руководител*|его|ее|нужного|специалист*|отдел*)',
    '(его|ее|их) (контакт|контакты|почта|адрес|email|мейл|электронка)',
    'вместо (меня|него|нее)',
    '(по этому|по таким|по данному|по подобным|по этим) (вопросу|вопросам) ~ (к|ко|в|с|обращайтесь|обратитесь|пишите|напишите)',
    `(вам|это|вопрос|тогда) (к|ко|в) ((наш*|мо*|сво*) )?(${COLLEAGUE_RU})`,
  ]),
  rule('not-me-ru', 0.9, [
    'я (уже |больше |давно |лично |сам |сама |вообще |пока )*(этим|этими вопросами|такими вопросами|данным вопросом|таким|закупками|подобным|этой темой|этим вопросом|it|ит)? ?(уже |больше |давно )?не (занимаюсь|решаю|отвечаю|принимаю|веду|курирую|работаю|уполномочен*)',
    '(этим|этими вопросами|такими вопросами|данным вопросом|закупками) ~ (занимаюсь не я|не занимаюсь)',
    '^(этим |уже |больше )*не (занимаюсь|работаю|отвечаю)',
    '(это |вы |вам |вопрос )*не ко мне',
    'не (мой|моя|мое|моё) (вопрос|профиль|отдел|участок|зона|компетенция|тема|область|уровень|направление|епархия|обязанность)',
    'не в моей (компетенции|зоне|власти|ответственности)',
    'не я (решаю|занимаюсь|отвечаю|принимаю|веду)',
    '(решаю|занимаюсь|отвечаю) (этим |за это )?не я',
    'не (тот|та) (человек|контакт|адрес|адресат|сотрудник)',
    '(не туда|не по адресу|не тому|не той)( пишете| обратились| попали| написали| адресовали)?',
    'вы (ошиблись|перепутали)',
    '(рядовой|простой|обычный|просто|всего лишь) (сотрудник|секретарь|менеджер|исполнитель|стажер|секретарша|работник|инженер)',
    '(я |уже |больше |давно )+(там |здесь |тут |в компании |в этой компании )*не работаю',
    '(уволил(ся|ась)|перешел в друг*|перешла в друг*|сменил* работу)',
    '(сотрудник|коллега|он|она) ~ (уволил*|больше не работает|не работает)',
    '(вам|вы) (нужен|нужна|нужно|надо|лучше|стоит|следует) (к|с|со|в|обратиться|написать|поговорить|связаться|спросить)',
  ]),
  rule('write-to-colleague-en', 0.92, [
    '(contact|email|write|writing|write to|writing to|reach|reach out to|talk to|talk with|speak to|speak with|ask|try|ping|call|message|get in touch with|connect with|address|direct|send|forward|refer|touch base with|approach|best person|right person|liaise with|check with) ~ (colleague|colleagues|manager|director|boss|department|team|head of|head|procurement|purchasing|assistant|partner|cto|cfo|ceo|coo|cio|it department|it team|it guys|hr|him|her|them|person|someone else|buyer|buyers|office|lead|supervisor|owner|counterpart|successor|accounting|finance|marketing|operations|distributor|reseller|dealer|representative|headquarters|head office|support team)',
    '(in charge|responsible|handles|handling|deals with|takes care|looks after|decision maker|decides|runs|manages|owns) ~ (this|that|of|for|these|such|purchasing|procurement)',
    '(his|her|their) (e ?mail|address|contact|contacts|details)',
    '(instead|rather than|not) (of |to )?me',
    '(cc|cced|copying|copied|looping in|adding|introducing) ~ (colleague|manager|in|here|him|her|who|my)',
    '(should|must|needs to|has to|better|belongs) (go|be sent|be addressed|be directed) to',
    '(is|would be|will be) (your|the|a better|a much better|the right|the best) (person|man|woman|guy|contact|one)',
  ]),
  rule('not-me-en', 0.9, [
    "(not|isn't|wrong) (my|the right|the correct|the|a)? ?(person|department|job|area|responsibility|call|decision|contact|address|remit|domain|field|guy|role|one to ask|one who|decision to make|team|place)",
    "(i'm|i am|im) not (the|in charge|responsible|involved|dealing|handling|a decision|authori(s|z)ed|your)",
    "(don't|do not|no longer|dont) (handle|deal with|manage|make|decide|take care|work on|work in|look after|work for|work at|work with)",
    '(no longer|not) (with|at|working at|working for|employed|work|work here|work there) (the |this |that |at )?(company|firm|here|there|acme|organi(s|z)ation)?',
    '(left|leaving|moved on from) (the|this) (company|firm|organi(s|z)ation|team)',
    'not me',
    'wrong (person|address|contact|department|guy)',
    '(just|only) (a|an|the) (intern|assistant|secretary|developer|employee|receptionist|junior|contractor|consultant|student)',
  ]),
];

/** Ways to say where to write, which point to somebody else only when an address follows. */
export const WRITE_THERE = [
  rule('contact-of', 0.85, ['(контакт|контакты|contact|contacts)']),
  rule('write-there-ru', 0.85, [
    '(напишите|[Пп]ишите|[Оо]братитесь|обращайтесь|свяжитесь|направьте|адресуйте|отправьте|присылайте|пришлите|перешлите|дублируйте|продублируйте|скиньте|шлите|отправляйте|направляйте|писать|вышлите) ~ (на|по) (адрес*|почт*|email|e mail|мейл|мыло|ящик|имейл)',
    '(на другой|на другую|на общ*|на корпоративн*|на рабоч*) (адрес|почту|ящик|email)',
  ]),
  rule('write-there-en', 0.85, [
    '(write|send|email|contact|reach|use|direct|forward|reply|try) ~ (at|to|via|using|address)( this| the| our| following| my)* (address|email|e mail|mailbox|inbox|one)',
  ]),
];

/** Ways to name somebody else, told by the capital letter: these read the text as it was written. */
export const BY_NAME = [
  /(?<!\p{L})(?<name>[А-ЯЁ][а-яё]{1,18}[уюеи])\s(?:лучше\s|пожалуйста\s)?(?:напишите|пишите|позвоните|перешлите|адресуйте)(?!\p{L})/u,
  /(?<!\p{L})(?:[Вв]ам|[Ээ]то|[Вв]опрос|[Тт]огда)\s(?:лучше\s|нужно\s|надо\s)?(?:к|ко|с)\s(?<name>[А-ЯЁ][а-яё]{2,20})(?!\p{L})/u,
  /(?<!\p{L})(?:[Нн]апиши(?:те)?|[Пп]ишите|[Оо]братитесь|[Оо]бращайтесь|[Сс]вяжитесь|[Пп]оговорите|[Сс]просите|[Уу]точните|[Пп]озвоните|[Аа]дресуйте|[Пп]ерешлите|[Нн]аправьте)\s(?:лучше\s|пожалуйста,?\s|сразу\s|напрямую\s)?(?:(?:к|ко|с|со|у|на)\s)?(?<name>[А-ЯЁ][а-яё]{2,20})(?!\p{L})/u,
  /(?<!\p{L})(?:[Aa]sk|[Cc]ontact|[Ee]-?mail|[Ww]rite\sto|[Ss]peak\s(?:to|with)|[Tt]alk\s(?:to|with)|[Rr]each\sout\sto|[Mm]essage|[Cc]all|[Tt]ry)\s(?<name>[A-Z][a-z]{2,20})(?!\p{L})/u,
];
