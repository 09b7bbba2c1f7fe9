/** How the subject of an automatic answer begins; "Re: …" in front of it means that a person answered it. */
export const AUTO_SUBJECT =
  /^\s*(\[[^\]]{0,40}\]\s*)?(автоматический ответ|автоответ|автоматическое уведомление|нет на месте|вне офиса|отсутствую|отсутствует:|отсутствие на (рабочем месте|работе)|(я )?в отпуске(?!\p{L})|(ваш[аие]? )?(обращение|заявка|запрос)( №| n| #)?\s?[\w-]{0,20} (принят|зарегистрирован|получен|создан)|automatic reply|auto[- ]?reply|auto[- ]?response|autoresponse|automatic response|autoresponder|auto:|out[- ]of[- ](the[- ])?office|ooo:|on vacation|away from (the )?office|automatische antwort|abwesenheit|réponse automatique|absence du bureau|absent\(?e?\)? du bureau|respuesta automática|fuera de la oficina|автоматична відповідь|automatyczna odpowiedź|odpowiedź automatyczna|automatisch antwoord|risposta automatica|automatiskt svar)|^\s*\[request received\]|отсутствует на рабочем месте|is out of the office/iu;

/** A note that calls itself automatic, or asks not to be answered. */
export const AUTOMATIC =
  /это автоматический ответ|это автоматическое сообщение|(письмо|сообщение|ответ) (был[оа]? )?(создано|сформировано|сформирован|отправлено|сгенерировано) автоматически|не отвечайте на (это|данное) (письмо|сообщение)|this is an automat(ic|ed) (reply|response|message|e-?mail)|do not reply to this (e-?mail|message)|diese (nachricht|e-mail) wurde automatisch|ceci est (une réponse|un message) automatique|este es un mensaje automático|це автоматична відповідь|ta wiadomość została wygenerowana automatycznie/i;

/** A sender who is away now, in his own note. */
export const ABSENCE =
  /((нахожусь|буду|сейчас|я) (сейчас )?в (ежегодном |очередном |декретном )?(отпуске|командировке)|буду отсутствовать|отсутствую (на работе|на рабочем месте|в офисе|до|с)|меня (не будет|нет) (в офисе|на месте|на работе|на рабочем месте)|(перебуваю|я|зараз) [ву] (відпустці|відрядженні)|i am (currently )?(out of (the )?office|away from (the )?office|on (\w+ )?(leave|vacation|holiday))|i'm (currently )?(out of (the )?office|on (\w+ )?(leave|vacation|holiday))|i will be out of (the )?office|ich bin (derzeit |zur ?zeit |momentan |vom [^\n]{3,40} |bis [^\n]{3,40} )?(nicht im (büro|haus)|abwesend|im urlaub)|je suis (actuellement )?(absente?|en congés?|en vacances|en déplacement)|estoy (actualmente )?(fuera de la oficina|de vacaciones)|estaré fuera de la oficina|(jestem|przebywam) (obecnie )?(na urlopie|poza biurem|nieobecn))/i;

/** What such a note says besides: when it will be answered, whom to ask, thanks for the letter. */
export const NOTE =
  /по возвращени|после возвращения|когда вернусь|после отпуска|доступ к почте|(отвечу|свяжусь)[^.]{0,40}(как только|после)|(срочны|рабочи)[емх]+ вопрос|по всем вопросам|(обращайтесь|звоните|пишите) (к|по|на)|спасибо за (ваше|обращение|письмо|сообщение)|(reply|respond|answer|get back)[^.]{0,60}(return|back)|upon my return|when i (return|am back|get back)|(urgent|immediate) (matters|questions|requests|assistance|attention)|in urgent cases|if [^.]{0,40} is urgent|(limited|no) access to|(thank you|thanks) for your (e-?mail|message)|dringenden|vielen dank für ihre (nachricht|e-?mail|mail)|keinen zugriff|en cas d['’]urgence|à mon retour|gracias por su (mensaje|correo)|(asuntos|casos) urgentes|a mi regreso|термінових питань|після повернення|pilnych sprawach|po powrocie|dziękuję za wiadomość/i;

/** Words of somebody who talks to us: then it is his own letter, whatever it says of a vacation. */
export const TALKING =
  /\?|[\s,](но|однако|зато|поэтому|however|but|aber|mais|pero|але|ale)\s|давайте|пришлите|позвоните мне|перезвон|созвон|интерес|предлагаю|let['’]?s |please send|call me|can we/i;

/** A help desk's receipt: what became of the letter, and what will. */
export const TICKET =
  /(обращение|заявк[аи]|запрос|вопрос|звернення)[^.\n]{0,40}(принят[аоы]?|зарегистрирован[ао]?|получен[ао]?|зареєстровано)(?!\p{L})|(request|ticket|case|enquiry|inquiry|e-?mail|message)[^.\n]{0,40} (has been|was) (received|registered|created|assigned|logged)/iu;
export const TICKET_NUMBER = /(номер|№|number|ticket|case|заявк[аи]|request)[^\n]{0,25}\d{3,}|\[?#\d{3,}|\(\d{4,}\)/i;
export const PROMISE =
  /(ответим|свяжемся|рассмотрим)[^.\n]{0,40}(в течение|ближайш|как можно скорее)|we will (get back|respond|reply|be in touch)|being (reviewed|processed)|reply to this e-?mail|within \d+ (business |working )?(hours|days)/i;

/** A filter that wants the sender to prove himself before it delivers the letter. */
export const CHALLENGE =
  /(confirm|prove|verify)[^.\n]{0,40}(you are (a )?human|not a (robot|spammer)|your (e-?mail )?address)|подтвердите[^.\n]{0,40}(не робот|вы человек|свой адрес|ваш адрес)/i;
export const HELD =
  /(message|letter|e-?mail)[^.\n]{0,60}(held|waiting|quarantin|on hold|be delivered (once|after))|spam filter|click (the|on the) link|письмо[^.\n]{0,60}(задержано|ожидает|будет доставлено)|перейдите по ссылке/i;

/** Any word of absence, asked only of what is an automatic answer already. */
export const AWAY =
  /отпуск|командировк|отсутств|больничн|вне офиса|нет на (?:месте|работе)|не на работе|выходн|каникул|відпустц|відрядженн|відсутн|out of (?:the )?office|\booo\b|vacation|holiday|on (?:\w+ )?leave|\baway\b|travel|absen|abwesen|urlaub|nicht im (?:büro|haus)|dienstreise|congés?|en déplacement|vacaciones|fuera de la oficina|urlop|nieobecn/i;
