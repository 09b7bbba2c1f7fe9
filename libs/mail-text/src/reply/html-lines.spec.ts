import { extractReply } from '../extract-reply';
import { parseMail } from '../parse-mail';
import { anHtmlMail } from '../testing/a-mail';

const OFFER = '<div>Добрый день!</div><div><br></div><div>Предлагаем программу.</div>';

async function read(html: string) {
  return extractReply(await parseMail(anHtmlMail(html)), { signature: 'strip' });
}

describe('a contact whose client sends HTML only', () => {
  it.each([
    [
      'Gmail',
      `<div dir="ltr">Да, давайте.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">пн, 12 янв. 2026 г. в 14:03, Анна &lt;<a href="mailto:a@v.example">a@v.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="border-left:1px solid #ccc">${OFFER}</blockquote></div>`,
    ],
    [
      'Yandex',
      `<div>Да, давайте.</div><div> </div><div>12.01.2026, 14:03, "Анна" &lt;a@v.example&gt;:</div><blockquote>${OFFER}</blockquote>`,
    ],
    [
      'Yandex with dashes',
      `<div>Да, давайте.</div><div> </div><div>----------------</div><div>Кому: p@l.example;</div><div>Тема: Учёт;</div><div>12.01.2026, 14:03, "Анна" &lt;a@v.example&gt;:</div><blockquote>${OFFER}</blockquote>`,
    ],
    [
      'Yandex, signature below',
      `<div>Да, давайте.</div><div>12.01.2026, 14:03, "Анна" &lt;a@v.example&gt;:</div><blockquote>${OFFER}</blockquote><div> </div><div>-- </div><div>С уважением,</div><div>Пётр</div>`,
    ],
    [
      'Mail.ru',
      `<div>Да, давайте.</div><div data-signature-widget="container"><div>--<br>Пётр</div></div><blockquote style="border-left:1px solid #0857A6">Понедельник, 12 января 2026, 14:03 +03:00 от Анна:<br>${OFFER}</blockquote>`,
    ],
    [
      'Outlook',
      `<div class=WordSection1><p class=MsoNormal>Да, давайте.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>От:</b> Анна<br><b>Отправлено:</b> 12 января 2026 г. 14:03<br><b>Кому:</b> p@l.example<br><b>Тема:</b> Учёт</p></div>${OFFER}</div>`,
    ],
    [
      'Outlook in an unknown language',
      `<div>Да, давайте.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Kimden:</b> Anna<br><b>Kime:</b> p@l.example</div>${OFFER}`,
    ],
    [
      'Apple Mail',
      `<body>Да, давайте.<br><div><br><blockquote type="cite"><div>12 янв. 2026 г., в 14:03, Анна написал(а):</div>${OFFER}</blockquote></div></body>`,
    ],
    [
      'Thunderbird',
      `<p>Да, давайте.</p><div class="moz-cite-prefix">12.01.2026 14:03, Анна пишет:<br></div><blockquote type="cite" cite="mid:1@v.example">${OFFER}</blockquote><div class="moz-signature">-- <br>Пётр</div>`,
    ],
    [
      'Roundcube',
      `<p id="reply-intro">Анна писал(а) 2026-01-12 14:03:</p><blockquote type="cite">${OFFER}</blockquote><div>Да, давайте.</div>`,
    ],
  ])('is heard without the quote: %s', async (_client, html) => {
    expect((await read(html)).text).toBe('Да, давайте.');
  });

  it('is heard in his indented words, which are no quote', async () => {
    const html =
      '<div>Так:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>в среду</div></blockquote>';
    expect((await read(html)).text).toBe('Так:\nв среду');
  });

  it('is heard between the paragraphs of a quote', async () => {
    const html =
      '<blockquote type="cite">Сколько вас?</blockquote><div>Сорок.</div><blockquote type="cite">Когда?</blockquote><div>В среду.</div>';
    expect((await read(html)).text).toBe('Сорок.\n\nВ среду.');
  });

  it('is heard when he wrote his answer into the signature', async () => {
    expect((await read(`<div class="gmail_signature">Да, давайте.</div><blockquote>${OFFER}</blockquote>`)).text).toBe(
      'Да, давайте.',
    );
  });

  it('is read as he saw it: entities, spaces and breaks, without scripts, styles and hidden text', async () => {
    const html =
      '<style>p{}</style><p>a &amp;\n  b&nbsp;&lt;c&gt;</p><script>x()</script><span style="display: none">secret</span>d<br>e';
    expect((await read(html)).text).toBe('a & b <c>\n\nd\ne');
  });
});
