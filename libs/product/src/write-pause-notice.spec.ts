import { otzyvy } from '../testing/otzyvy';
import { writePauseNotice } from './write-pause-notice';

const because = 'its server refuses the login again and again (535 5.7.8 denied)';

describe('an operator one of whose mailboxes is paused', () => {
  it('is told which it is, why, and what can be done', () => {
    const { settings } = otzyvy();
    expect(writePauseNotice({ settings }, { address: 'sales@our.example', because })).toMatchObject({
      subject: 'Письма больше не уходят с этого ящика: sales@our.example',
      text: `Письма больше не уходят с этого ящика.

Ящик: sales@our.example
Продукт: Napoleon IT Отзывы
Причина: ${because}

Его письма ждут, ни одно не пропало; остальные ящики работают.

Что дальше:
sales-agent account check sales@our.example
sales-agent account resume sales@our.example`,
    });
  });

  it('is told in English where the product says so', () => {
    const { settings } = otzyvy();
    const english = { ...settings, operator: { address: 'olga@our.example', language: 'en' } } as const;
    const { subject, html } = writePauseNotice({ settings: english }, { address: 'sales@our.example', because });
    expect(subject).toBe('No letter leaves from this mailbox any more: sales@our.example');
    expect(html).toContain('<html lang="en">');
  });
});
