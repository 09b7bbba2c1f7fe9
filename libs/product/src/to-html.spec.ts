import { toHtml } from './to-html';

describe('a contact whose mail program shows HTML', () => {
  it('reads the same paragraphs and lines', () => {
    expect(toHtml('Здравствуйте!\n\nПервое,\nвторое.\n\nКоманда', 'ru')).toBe(
      '<!DOCTYPE html>\n<html lang="ru">\n<head><meta charset="utf-8"></head>\n<body>\n' +
        '<p>Здравствуйте!</p>\n<p>Первое,<br>\nвторое.</p>\n<p>Команда</p>\n</body>\n</html>\n',
    );
  });

  it.each([
    [
      'See https://demo.example/in?a=1&b=2.',
      'See <a href="https://demo.example/in?a=1&amp;b=2">https://demo.example/in?a=1&amp;b=2</a>.',
    ],
    [
      '(https://demo.example/in), and more',
      '(<a href="https://demo.example/in">https://demo.example/in</a>), and more',
    ],
    ['no javascript:alert(1) link', 'no javascript:alert(1) link'],
  ])('can follow a link, and nothing that is none: %s', (text, html) => {
    expect(toHtml(text, 'en')).toContain(`<p>${html}</p>`);
  });

  it('reads signs as signs, whatever a name or a company holds', () => {
    expect(toHtml('<script>"x" & \'y\'</script> https://a.example/"><b>', 'en')).toContain(
      '<p>&lt;script&gt;&quot;x&quot; &amp; \'y\'&lt;/script&gt; <a href="https://a.example/">https://a.example/</a>&quot;&gt;&lt;b&gt;</p>',
    );
  });
});
