import { otzyvy } from '../testing/otzyvy';
import type { Product } from './product';
import { writeNotice } from './write-notice';

const contact = { id: 'c-1', name: 'Анна', company: 'Тёплый дом', address: 'anna@firm.example' };

function productOf(language: 'ru' | 'en'): Pick<Product, 'id' | 'settings'> {
  const { id, settings } = otzyvy();
  return { id, settings: { ...settings, operator: { address: 'olga@our.example', language } } };
}

describe('an operator for whom something waits', () => {
  it('is told about whom it is, why, and what can be done', () => {
    const notice = { type: 'tellOperator', about: 'handed-over', because: 'The message is unclear.' } as const;
    expect(writeNotice(notice, { product: productOf('ru'), contact })).toMatchObject({
      subject: 'Нужен ваш ответ: Анна',
      text: `Нужен ваш ответ.

Контакт: Анна, Тёплый дом, anna@firm.example
Продукт: Napoleon IT Отзывы
Причина: The message is unclear.

Что дальше:
sales-agent contact show c-1
sales-agent contact reply c-1
sales-agent contact release c-1`,
    });
  });

  it('is told in English when the product says so, about a contact without a name too', () => {
    const notice = { type: 'tellOperator', about: 'draft-due', because: 'opening' } as const;
    const { subject, text, html } = writeNotice(notice, {
      product: productOf('en'),
      contact: { ...contact, name: '', company: '' },
    });
    expect(subject).toBe('A draft waits for your decision: anna@firm.example');
    expect(text).toContain('Contact: anna@firm.example\n');
    expect(text).toContain('sales-agent draft list');
    expect(html).toContain('<html lang="en">');
  });

  it('is given the command that writes to each substitute', () => {
    const addresses = ['zoya@firm.example', 'igor@firm.example'];
    const notice = { type: 'tellOperator', about: 'substitute', because: 'the contact is away', addresses } as const;
    const { subject, text } = writeNotice(notice, { product: productOf('ru'), contact });
    expect(subject).toBe('Контакт в отъезде и назвал, кому писать вместо него: Анна');
    for (const address of addresses) {
      const add = `contact add --product otzyvy --name NAME --company COMPANY --language LANGUAGE --email ${address}`;
      expect(text).toContain(`sales-agent ${add}\n`);
    }
  });

  it('is told of a demo that was declined', () => {
    const notice = { type: 'tellOperator', about: 'slot-declined', because: 'declined' } as const;
    const { subject, text } = writeNotice(notice, { product: productOf('en'), contact });
    expect(subject).toBe('The contact declined the time of the demo: Анна');
    expect(text).toContain('sales-agent contact show c-1');
  });

  it('gets a subject of one line, whatever the contact is called', () => {
    const notice = { type: 'tellOperator', about: 'uncertain', because: 'x' } as const;
    const { subject } = writeNotice(notice, {
      product: productOf('en'),
      contact: { ...contact, name: 'Anna\r\nBcc: all@example.com' },
    });
    expect(subject).toBe('Nobody knows whether a letter arrived: Anna Bcc: all@example.com');
  });
});
