import type { ParsedMail } from '../parsed-mail';

/** Whether a mail says in plain words that a letter was read or delivered, as Outlook and The Bat! do without a report. */
export function isReceipt(mail: Pick<ParsedMail, 'subject' | 'text' | 'html'>): boolean {
  if (!RECEIPT_SUBJECT.test(mail.subject.slice(0, 200))) return false;
  const body = mail.text ?? (mail.html ?? '').slice(0, LONGEST_PAGE).replace(/<[^<>]*>/g, ' ');
  return body.length < LONGEST_RECEIPT && RECEIPT_TEXT.test(body.replace(/\s+/g, ' '));
}

const LONGEST_RECEIPT = 1500;
const LONGEST_PAGE = 8000;

/** In Russian, English, German, French, Spanish, Ukrainian and Polish. */
const RECEIPT_SUBJECT =
  /^\s*((не )?прочтено|(не )?прочитано|доставлено|ретранслировано|уведомление о (прочтении|доставке)|подтверждение (о )?(прочтении|прочтения|доставки|получения)|(not )?read|delivered|relayed|return receipt|read receipt|delivery receipt|(un)?gelesen|übermittelt|zugestellt|lesebestätigung|(non )?lu|remis|(no )?leído|entregado|przeczytano|nie przeczytano|dostarczono|доставлено)\s*[:(–-]/i;

const RECEIPT_TEXT =
  /(сообщение|письмо)(?=.{0,400}(прочтено|прочитано|удалено непрочитанн|доставлено следующим|просмотрено))|was (read|displayed|deleted without being read)|message has been (read|delivered|displayed)|delivery to these recipients( or groups)? is complete|return receipt for the (mail|message)|повідомлення(?=.{0,400}(прочитано|доставлено))|(nachricht|mitteilung)(?=.{0,400}(gelesen|zugestellt|gelöscht))|message(?=.{0,400}(a été lu|a été remis|supprimé sans))|mensaje(?=.{0,400}(fue leído|se ha leído|entregado))|wiadomość(?=.{0,400}(została przeczytana|została dostarczona))/i;
