import type Mail from 'nodemailer/lib/mailer';
import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import type { Mailbox, ParsedMail } from '@app/mail-text/parsed-mail';
import { replySubject } from '@app/mail-text/threading';

/** What a reply is made of. */
export interface ReplyParts {
  /** The letter that is answered. */
  readonly to: ParsedMail;
  readonly from: Mailbox;
  readonly words: string;
  /** In angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly timeZone: string;
  /** Of the mail program. */
  readonly language: Language;
}

/** Makes a reply as Gmail does: threaded, the new words above, the whole letter quoted below, in text and in HTML. */
export function composeReply({ to, from, words, messageId, date, timeZone, language }: ReplyParts): Mail.Options {
  const letter = to.text ?? '';
  const sender = to.from ?? { name: '', address: '' };
  const day = attributionDay(to.date ?? date, timeZone, language);
  const closing = language === 'ru' ? '' : ' wrote';
  return {
    from,
    to: to.replyTo[0] ?? sender,
    subject: replySubject(to.subject),
    messageId,
    ...(to.messageId === undefined ? {} : { inReplyTo: to.messageId, references: [...to.references, to.messageId] }),
    date,
    text: [words, '', `${day}, ${sender.name} <${sender.address}>${closing}:`, '', quoted(letter)].join('\n'),
    html: [
      `<div dir="ltr">${asHtml(words)}</div><br>`,
      '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">',
      `${day}, ${escaped(sender.name)} &lt;<a href="mailto:${sender.address}">${sender.address}</a>&gt;${closing}:<br></div>`,
      '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">',
      `${asHtml(letter)}</blockquote></div>`,
    ].join(''),
  };
}

function attributionDay(date: Date, timeZone: string, language: Language): string {
  const local = DateTime.fromJSDate(date, { zone: timeZone });
  return language === 'ru'
    ? local.setLocale('ru').toFormat("ccc, d LLL yyyy 'г. в' HH:mm")
    : local.setLocale('en-US').toFormat("'On' ccc, LLL d, yyyy 'at' h:mm a");
}

function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function asHtml(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => escaped(line))
    .join('<br>');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
