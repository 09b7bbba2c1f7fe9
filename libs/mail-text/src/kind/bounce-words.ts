/** How the subject of a report begins. A forwarded one begins with "Fwd:". */
export const BOUNCE_SUBJECT =
  /^\s*(undeliver(ed|able)|mail delivery (failed|problem|failure|warning|status|subsystem)|delivery (status|failure|has failed|notification|problem)|message delivery failure|returned mail|return(ed)? to sender|failure notice|mail (failed|system error)|failed mail|failed delivery|permanent delivery failure|non-?delivery|delayed mail|warning: (message|could not)|message (status|delayed|not delivered)|postmaster notify|не удается доставить|не удаётся доставить|недоставленное|не доставлено|ваше сообщение не доставлено|письмо (не доставлено|задерживается)|сообщение (не доставлено|не было доставлено|задерживается)|ваше сообщение не|ошибка доставки|возврат письма|уведомление о (не)?доставке|unzustellbar|non remis|no se puede entregar|не вдалося доставити|nie można dostarczyć)/i;

/** What the text of a report says near its beginning. */
export const BOUNCE_TEXT =
  /(could ?n[o']t be delivered|could not deliver|cannot be delivered|can't be delivered|was(n't| not) (delivered|able to (be )?deliver)|wasn't able to deliver|unable to deliver|not delivered to|has not (yet )?been delivered|undeliverable|delivery (to the following|has been delayed|failed|has failed)|failed to deliver|permanent (fatal )?error|fatal error|user unknown|unknown user|mailbox (full|unavailable|not found)|no such user|returned to (the )?sender|message delayed|recipient.{0,40}rejected|не (было |было )?доставлен|не может быть доставлен|не удалось доставить|невозможно доставить|пока не доставлено|ящик .{0,40}(переполнен|не существует|не найден)|пользователь не найден)/i;

/** The address is wrong or closed: writing to it again is useless. */
export const DEAD_ADDRESS =
  /user[\s-]*unknown|unknown[\s-]*(user|recipient|local|address|mailbox|account)|no[\s-]*such[\s-]*(user|recipient|address|mailbox|person|account|domain|name)|(user|recipient|mailbox|address|account)[^.\n]{0,60}(does ?n[o']t exist|not (be )?found|not exist|not known|no longer (exists|valid|available|active)|is unknown|invalid|discontinued|not listed|not local|deactivated)|does ?n[o']t have an? [^\n]{0,40}account|invalid[\s-]*(recipient|user|address|mailbox|account)|no (mailbox|account) (here )?(by|with|for)|not a (valid|known) (user|recipient|mailbox|address)|not listed in|couldn't be found|could not be found|address rejected: (user|undeliver|access)|recipientnotfound|resolver\.adr|bad destination mailbox|requested action not taken: mailbox unavailable|indicated no smtp service|null ?mx|host (unknown|not found)|unknown host|unrouteable|unroutable|domain (does not exist|not found|name not found)|name or service not known|nxdomain|(пользовател|ящик|адрес|получател)[^.\n]{0,60}(не существует|не найден|удал[её]н|неизвест|отсутств)|не существует|неизвестный (пользователь|получатель)|unbekannter (benutzer|empfänger)/i;

/** So plain that a code of policy beside it (Yandex, Postfix with an access table) does not count. */
export const NOBODY_THERE =
  /no such (user|mailbox|person)!|mailbox is disabled or does not exist|recipient address rejected: access denied/i;

/** Somebody is there, with no room left. */
export const FULL =
  /over[\s-]*(the |its |their )?(disk |storage |mail(box)? )?quota|quota[^.\n]{0,30}(exceed|full)|exceed[^.\n]{0,30}quota|(mailbox|inbox)( [^\n]{0,80}\bis)? (full|over)\b|full mailbox|переполнен|превышен[^.\n]{0,30}(квот|размер ящик)/i;

/** The address may be right: the mailbox is closed for now, or the letter, the size, the time or the server was wrong. */
export const NOT_THE_ADDRESS =
  /disk (full|quota|space)|insufficient (storage|system storage)|out of (disk )?space|exceed[^\n]{0,30}(storage|size)|квот|(user|recipient|mailbox|account)[^\n]{0,80}(disabled|inactive|suspended|locked)|(пользовател|ящик|адрес|получател)[^\n]{0,80}(отключ|заблокирован)|pipe to \||too (large|big)|size (limit|exceed)|spam|junk|blocked|block list|blacklist|blocklist|black list|spamhaus|reputation|policy|not (authorized|permitted|allowed)|access denied|relay|denied|dmarc|spf|dkim|virus|content|gr[ae]y-?list|try again|temporar|timed? ?out|timeout|expired|too many|rate limit|delayed|refused|loop|too long|retry|повтор|временн|задерж|спам|отклонен[^\n]{0,20}политик/i;

/** The server refused before or after it had heard the recipient: whom it blames is us or the letter. */
export const BEFORE_OR_AFTER_RECIPIENT =
  /after (end of data|mail from|initial connection|pipelined data)|in reply to (end of data|data|mail from)|reverse dns|ptr record|header error|from: header|sender (address|domain)|protocol violation|socket error|did not accept our requests|line limit|sequence of commands/i;
