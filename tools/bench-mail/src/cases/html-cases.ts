import { anHtmlCase } from './compose-case';
import type { MailCase } from './mail-case';

const ANSWER = 'Пришлите презентацию, пожалуйста.\nНас сорок человек.';
const OFFER = '<div>Добрый день!</div><div><br></div><div>Предлагаем программу.</div><div>Анна</div>';
const HEADERS =
  '<b>От:</b> Анна &lt;anna@vremya.example&gt;<br><b>Отправлено:</b> 12 января 2026 г. 14:03<br><b>Кому:</b> petr@ladya.example<br><b>Тема:</b> Учёт';

/** An answer as HTML only, in the containers of each client. `<a>` stands for the answer's two lines. */
const BODIES: readonly (readonly [client: string, html: string])[] = [
  [
    'Gmail',
    `<div dir="ltr"><a></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">пн, 12 янв. 2026 г. в 14:03, Анна &lt;<a href="mailto:anna@vremya.example">anna@vremya.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${OFFER}</blockquote></div>`,
  ],
  [
    'Gmail with a signature',
    `<div dir="ltr"><a><br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Пётр</div></div><br><div class="gmail_quote"><div class="gmail_attr">пн, 12 янв. 2026 г. в 14:03, Анна:<br></div><blockquote class="gmail_quote">${OFFER}</blockquote></div>`,
  ],
  [
    'Outlook',
    `<html><head><style>p{margin:0}</style></head><body><div class="WordSection1"><a><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${HEADERS}</p></div></div>${OFFER}</div></body></html>`,
  ],
  [
    'Outlook on the web',
    `<div class="elementToProof" style="font-family:Aptos"><a></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">${HEADERS}</font></div>${OFFER}`,
  ],
  [
    'the Outlook app',
    `<div dir="ltr"><a></div><div id="ms-outlook-mobile-signature"><div>Получить <a href="https://aka.ms/o0ukef">Outlook для iOS</a></div></div><div id="mail-editor-reference-message-container"><hr><div>${HEADERS}</div>${OFFER}</div>`,
  ],
  [
    'Apple Mail',
    `<html><body style="overflow-wrap: break-word;"><a><div><br><blockquote type="cite"><div>12 янв. 2026 г., в 14:03, Анна &lt;anna@vremya.example&gt; написал(а):</div><br class="Apple-interchange-newline"><div>${OFFER}</div></blockquote></div><br></body></html>`,
  ],
  [
    'an iPhone',
    `<html><body dir="auto"><a><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Отправлено с iPhone</div><div dir="ltr"><br><blockquote type="cite">12 янв. 2026 г., в 14:03, Анна &lt;anna@vremya.example&gt; написал(а):<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${OFFER}</div></blockquote></body></html>`,
  ],
  [
    'Yandex',
    `<div><a></div><div>&nbsp;</div><div>12.01.2026, 14:03, "Анна" &lt;anna@vremya.example&gt;:</div><blockquote>${OFFER}</blockquote><div>&nbsp;</div><div>&nbsp;</div><div>-- </div><div>С уважением,</div><div>Пётр</div>`,
  ],
  [
    'Mail.ru',
    `<HTML><BODY><div><a></div><div data-signature-widget="container"><div data-signature-widget="content"><div>--<br>Пётр</div></div></div><div>&nbsp;</div><blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">Понедельник, 12 января 2026, 14:03 +03:00 от Анна &lt;<a href="mailto:anna@vremya.example">anna@vremya.example</a>&gt;:<br>&nbsp;<div id="">${OFFER}</div></blockquote></BODY></HTML>`,
  ],
  [
    'Thunderbird',
    `<html><body><p><a></p><div class="moz-cite-prefix">12.01.2026 14:03, Анна пишет:<br></div><blockquote type="cite" cite="mid:offer@vremya.example">${OFFER}</blockquote><div class="moz-signature">-- <br>Пётр</div></body></html>`,
  ],
  [
    'Thunderbird, below',
    `<html><body><div class="moz-cite-prefix">12.01.2026 14:03, Анна пишет:<br></div><blockquote type="cite">${OFFER}</blockquote><a></body></html>`,
  ],
  [
    'Roundcube',
    `<html><body style="font-size: 10pt"><p id="reply-intro">Анна писал(а) 2026-01-12 14:03:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0"><div id="replybody1">${OFFER}</div></blockquote><p><a></p><div id="signature">-- <br>Пётр</div></body></html>`,
  ],
  [
    'Zimbra',
    `<html><body><div style="font-family: arial"><div><a></div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>От: </b>"Анна" &lt;anna@vremya.example&gt;<br><b>Кому: </b>"petr"<br><b>Отправлено: </b>Понедельник, 12 Январь 2026 г 14:03:07<br><b>Тема: </b>Учёт<br></div><div data-marker="__QUOTED_TEXT__">${OFFER}</div></div></body></html>`,
  ],
  [
    'Proton',
    `<div style="font-family: Arial"><a></div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Monday, January 12th, 2026 at 2:03 PM, Anna wrote:<br><blockquote class="protonmail_quote" type="cite">${OFFER}</blockquote></div>`,
  ],
  [
    'Yahoo',
    `<div class="yahoo-style-wrap"><div dir="ltr"><a></div></div><div id="yahoo_quoted_123" class="yahoo_quoted"><div>понедельник, 12 января 2026 г. в 14:03:07 GMT+3 Анна &lt;anna@vremya.example&gt; написал(-а):</div><div>${OFFER}</div></div>`,
  ],
  [
    'GMX',
    `<div style="font-family: Verdana"><div><a></div><div> <div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Gesendet:</b> Montag, 12. Januar 2026 um 14:03 Uhr<br><b>Von:</b> "Anna" &lt;anna@vremya.example&gt;<br><b>An:</b> petr@ladya.example<br><b>Betreff:</b> Zeit</div><div name="quoted-content">${OFFER}</div></div></div></div>`,
  ],
  [
    'Spark',
    `<html><body><div name="messageBodySection"><div dir="auto"><a></div></div><div name="messageSignatureSection"><br><div>Пётр</div></div><div name="messageReplySection">12 янв. 2026 г., 14:03 +0300, Анна &lt;anna@vremya.example&gt;, писал:<br><blockquote type="cite" class="spark_quote">${OFFER}</blockquote></div></body></html>`,
  ],
  [
    'Samsung',
    `<html><body dir="auto"><div dir="auto"><a></div><div><br></div><div id="composer_signature" dir="auto">Отправлено с моего Galaxy</div><div><br></div><div style="font-size:100%;color:#000000"><div>-------- Исходное сообщение --------</div><div>От: Анна &lt;anna@vremya.example&gt; </div><div>Дата: 12.01.26 14:03 (GMT+03:00) </div><div>Кому: petr@ladya.example </div><div>Тема: Учёт </div><div><br></div></div>${OFFER}</body></html>`,
  ],
  [
    'Tuta',
    `<div><a></div><div class="tutanota_quote">12 янв. 2026 г., 14:03 от anna@vremya.example:<br><blockquote class="tutanota_quote">${OFFER}</blockquote></div>`,
  ],
  [
    'Zoho',
    `<div><div><a></div><br><div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"></div><div class="zmail_extra">---- Вкл Пн, 12 янв 2026 14:03:07 +0300 <b>Анна</b> написал ---<br><blockquote>${OFFER}</blockquote></div></div>`,
  ],
  [
    'Notes',
    `<font size=2 face="sans-serif"><a></font><br><br><br><font size=1 color=#5f5f5f face="sans-serif">От: &nbsp; &nbsp; &nbsp;</font><font size=1>Анна &lt;anna@vremya.example&gt;</font><br><font size=1 color=#5f5f5f>Кому: &nbsp;</font><font size=1>petr@ladya.example</font><br><font size=1>Дата: &nbsp;</font><font size=1>12.01.2026 14:03</font><br><font size=1>Тема: &nbsp;</font><font size=1>Учёт</font><hr noshade>${OFFER}`,
  ],
  [
    'Outlook in an unknown language',
    `<html><body><div class=WordSection1><div><a></div><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>מאת:</b> Anna &lt;anna@vremya.example&gt;<br><b>נשלח:</b> 12 January 2026 14:03<br><b>אל:</b> petr<br><b>נושא:</b> X<o:p></o:p></p></div></div>${OFFER}</div></body></html>`,
  ],
  [
    'the new Outlook, a rule above the header',
    `<div class="elementToProof"><a></div><hr style="display: inline-block; width: 98%;"><div id="divRplyFwdMsg" dir="ltr"><b>От:</b> Анна &lt;anna@vremya.example&gt;</div>${OFFER}`,
  ],
  [
    'a preheader and a hidden note',
    `<div style="display:none;max-height:0">Предзаголовок</div><span style="visibility:hidden;opacity:0;mso-hide:all">Скрыто</span><div style="max-height:0px;overflow:hidden">ref</div><div><a></div>`,
  ],
  [
    'Gmail, a letter passed on',
    `<div dir="ltr"><a><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>От: <b>Анна</b> &lt;anna@vremya.example&gt;<br>Date: пн<br>Subject: Учёт<br></div><br><br>${OFFER}</div></div>`,
  ],
  [
    'Gmail about a letter of Outlook, and an answer below',
    `<div class="gmail_quote"><div class="gmail_attr">12.01.2026 14:03, Анна &lt;anna@vremya.example&gt;:<br></div><blockquote class="gmail_quote"><div>Напоминаю.</div><div id="x_divRplyFwdMsg"><b>От:</b> Пётр</div>${OFFER}</blockquote></div><div><a></div>`,
  ],
  [
    'Bitrix24',
    `<div><a></div><div><i>Анна Светлова</i>, 12.01.2026 14:03:<blockquote style="border-left: 4px solid #e2e3e5">${OFFER}</blockquote></div>`,
  ],
  [
    'Front',
    `<div><a></div><br><div class="front-blockquote"><div>On January 12, 2026 at 2:03 PM GMT+3 <a href="mailto:anna@vremya.example">anna@vremya.example</a> wrote:</div><blockquote type="cite">${OFFER}</blockquote></div>`,
  ],
  [
    'Open-Xchange',
    `<div class="default-style"><a></div><div class="io-ox-signature">Пётр</div><blockquote type="cite"><div>Anna &lt;anna@vremya.example&gt; hat am 12.01.2026 14:03 MEZ geschrieben:</div>${OFFER}</blockquote>`,
  ],
];

export function htmlBodies(): readonly MailCase[] {
  const answer = ANSWER.split('\n')
    .map((line) => `<div>${line}</div>`)
    .join('');
  return BODIES.map(([client, html]) => anHtmlCase('html', client, html.replaceAll('<a>', answer), { text: ANSWER }));
}
