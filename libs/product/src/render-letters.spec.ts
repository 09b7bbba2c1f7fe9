import { letterVariables } from '../testing/letter-variables.builder';
import { aProductFolder } from '../testing/product-folder.builder';
import { type LetterError } from './letter-error';
import type { Product } from './product';
import { readProduct } from './read-product-files';
import { renderMail } from './render-letters';

function productWith(changes: Readonly<Record<string, string>>): Product {
  const read = readProduct(aProductFolder(changes));
  if (read.type === 'problems') throw new Error(read.problems.join('\n'));
  return read.product;
}

describe('a contact who gets a mail', () => {
  it('reads a greeting, the letter and a signature', () => {
    const product = productWith({
      'letters/ru/frame.hbs':
        'Здравствуйте, {{#if contact.name}}{{contact.name}}{{/if}}!\n\n{{body}}\n\n{{sender.name}}\n',
      'letters/ru/postpone-agreed.hbs': 'Вернёмся {{date}}.\n',
    });
    expect(renderMail(product, ['postpone-agreed'], 'ru', letterVariables()).text).toBe(
      'Здравствуйте, Ирина!\n\nВернёмся 11 января.\n\nКоманда',
    );
  });

  it('reads several letters under one greeting, in their order', () => {
    const product = productWith({
      'letters/en/presentation.hbs': 'The presentation is attached.\n',
      'letters/en/postpone-agreed.hbs': 'See you on {{date}}.\n',
    });
    expect(renderMail(product, ['presentation', 'postpone-agreed'], 'en', letterVariables()).text).toBe(
      'Hello!\n\nThe presentation is attached.\n\nSee you on 11 января.\n\nКоманда',
    );
  });

  it('reads what was written, without HTML entities', () => {
    const product = productWith({ 'letters/ru/demo-access.hbs': 'Код: {{code}}' });
    expect(renderMail(product, ['demo-access'], 'ru', letterVariables()).text).toContain('Код: p&ss<1>');
  });

  it('never sees a gap where something was left out', () => {
    const product = productWith({
      'letters/en/opening.hbs': 'Subject: Kettles\n\nA   \n\n\n{{#if contact.company}}\nB\n{{/if}}\n\n\n\nC\n\n',
    });
    expect(renderMail(product, ['opening'], 'en', letterVariables({ contact: {} })).text).toBe(
      'Hello!\n\nA\n\nC\n\nКоманда',
    );
  });

  it('sees braces in an answer as they are, for they are no template', () => {
    const product = productWith({ 'letters/en/answer.hbs': '{{#each answers}}{{text}}{{/each}}' });
    const answers = [{ heading: 'API', text: 'Send {{code}}.' }];
    expect(renderMail(product, ['answer'], 'en', letterVariables({ answers })).text).toContain('Send {{code}}.');
  });

  it('gets the first letter’s subject', () => {
    const product = productWith({
      'letters/en/reminder.hbs': 'Subject: Again: {{product.name}} [#{{token}}]\n\nHello again.',
    });
    expect(renderMail(product, ['reminder', 'presentation'], 'en', letterVariables()).subject).toBe(
      'Again: Napoleon IT Отзывы [#k7m2x9]',
    );
    expect(renderMail(product, ['presentation', 'reminder'], 'en', letterVariables()).subject).toBeUndefined();
  });

  it('gets a subject of one line, whatever the company is called', () => {
    const product = productWith({
      'letters/en/opening.hbs': 'Subject: {{#if contact.company}}{{contact.company}}{{/if}}\n\nHello.',
    });
    const contact = { company: 'Tea\r\nBcc: all@example.com' };
    expect(renderMail(product, ['opening'], 'en', letterVariables({ contact })).subject).toBe(
      'Tea Bcc: all@example.com',
    );
  });

  it('gets an operator’s reply exactly as the operator wrote it', () => {
    const text = 'Добрый день,\n\n\n\nзвоню завтра.  \n— Олег {{x}}';
    expect(renderMail(productWith({}), ['operator-reply'], 'ru', letterVariables({ text }))).toEqual({
      subject: undefined,
      text,
    });
  });
});

describe('a mail that cannot be written as asked', () => {
  it.each<[string, Parameters<typeof renderMail>[1], LetterError['code']]>([
    ['has no letter', [], 'no-letter'],
    ['joins an operator’s reply with another letter', ['operator-reply', 'presentation'], 'operator-reply-not-alone'],
    ['is an operator’s reply without words', ['operator-reply'], 'variable-missing'],
    ['names a day nobody gave', ['postpone-agreed'], 'variable-missing'],
  ])('is refused when it %s', (_case, letters, code) => {
    const product = productWith({ 'letters/en/postpone-agreed.hbs': 'See you on {{date}}.' });
    const { contact, consent, product: named, sender, token, demo, telegram } = letterVariables();
    const known = { contact, consent, product: named, sender, token, demo, telegram };
    expect(() => renderMail(product, letters, 'en', known)).toThrow(
      expect.objectContaining({ name: 'LetterError', code }),
    );
  });
});
