/** How the subject of an automatic answer begins; "Re: …" in front of it means that a person answered it. */
export const AUTO_SUBJECT =
  /^\s*(\[[^\]]{0,40}\]\s*)?(автоматический ответ|автоответ|автоматическое уведомление|нет на месте|вне офиса|отсутствую|в отпуске\b|automatic reply|auto[- ]?reply|auto[- ]?response|autoresponse|automatic response|autoresponder|auto:|out[- ]of[- ](the[- ])?office|ooo:|on vacation|away from (the )?office|automatische antwort|abwesenheit|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|автоматична відповідь|automatyczna odpowiedź|odpowiedź automatyczna|automatisch antwoord|risposta automatica|automatiskt svar)|отсутствует на рабочем месте|is out of the office/i;

/** A note that calls itself automatic. */
export const AUTOMATIC =
  /это автоматический ответ|это автоматическое сообщение|письмо (создано|сформировано|отправлено) автоматически|this is an automat(ic|ed) (reply|response|message)|diese nachricht wurde automatisch|ceci est (une réponse|un message) automatique/i;

export const ABSENCE =
  /(нахожусь|буду|сейчас|я) в (ежегодном |очередном |декретном )?(отпуске|командировке)|буду отсутствовать|отсутствую (на работе|в офисе|до|с)|i am (currently )?(out of (the )?office|on (annual |parental |sick )?(leave|vacation|holiday))|i'm (currently )?(out of (the )?office|on (annual )?(leave|vacation|holiday))|i will be out of (the )?office|ich bin (derzeit |zur zeit )?(nicht im (büro|haus)|abwesend|im urlaub)/i;

export const RETURN =
  /по возвращени|после возвращения|когда вернусь|после отпуска|(отвечу|свяжусь)[^.]{0,40}(как только|после)|(reply|respond|answer|get back)[^.]{0,60}(return|back)|upon my return|when i (return|am back|get back)|срочны[емх]+ вопрос|urgent (matters|questions|requests)|in urgent cases|in dringenden/i;

/** Any word of absence, asked only of what is an automatic answer already. */
export const AWAY =
  /отпуск|командировк|отсутств|больничн|вне офиса|нет на (?:месте|работе)|не на работе|выходн|каникул|відпустц|відрядженн|відсутн|out of (?:the )?office|\booo\b|vacation|holiday|on (?:\w+ )?leave|\baway\b|travel|absen|abwesen|urlaub|nicht im (?:büro|haus)|dienstreise|congés?|en déplacement|vacaciones|fuera de la oficina|urlop|nieobecn/i;
