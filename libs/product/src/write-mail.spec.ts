import type { SendMessage } from '@app/domain/send-message';
import type { Slot } from '@app/domain/slot';
import { otzyvy } from '../testing/otzyvy';
import type { MailContact, MailFacts } from './mail-facts';
import type { Product } from './product';
import { rulesOf } from './rules-of';
import { writeMail, type WrittenMail } from './write-mail';

const PRODUCT = otzyvy();
const NOW = new Date('2026-11-22T12:00:00+03:00');
const ANNA: MailContact = {
  name: 'Анна "Аня" Котова',
  company: 'Тёплый дом',
  language: 'ru',
  address: 'anna@firm.example',
  interests: [],
  consent: { source: 'каталог выставки', ground: 'законный интерес' },
};

function write(
  effect: Omit<SendMessage, 'type'>,
  contact: Partial<MailContact> = {},
  facts: Partial<MailFacts> = {},
): WrittenMail {
  const product = facts.product ?? PRODUCT;
  return writeMail(
    { type: 'sendMessage', key: 'event-7:0', ...effect },
    {
      product,
      rules: rulesOf(product, { timeZone: null }, NOW),
      contact: { ...ANNA, ...contact },
      referrer: null,
      token: 'k7m2x9',
      accountAddress: 'sales@our.example',
      now: NOW,
      ...facts,
    },
  );
}

function slotAt(startsAt: string): Slot {
  return { startsAt: new Date(startsAt), endsAt: new Date(new Date(startsAt).getTime() + 1_800_000) };
}

const OFFERED = [slotAt('2026-12-03T14:00:00+03:00'), slotAt('2026-12-04T10:00:00+03:00')];
const BOOKED = { ...slotAt('2026-12-03T14:00:00+03:00'), uid: 'event-9:1', sequence: 2 };

describe('a contact who gets a mail', () => {
  it('reads the same as text and as HTML in the own language', () => {
    const { text, html } = write({ letters: ['redirect-thanks'] });
    expect(text).toContain('Спасибо, что подсказали!');
    expect(html).toContain('<html lang="ru">');
    expect(html).toContain('<p>Здравствуйте, Анна &quot;Аня&quot; Котова!</p>');
    expect(write({ letters: ['redirect-thanks'] }, { language: 'en' }).html).toContain('<html lang="en">');
  });

  it('finds the presentation in the own language attached, and only where it was asked for', () => {
    expect(write({ letters: ['presentation', 'answer'] }, { language: 'en' }).attachments).toMatchObject([
      { name: 'napoleon-otzyvy-en.pdf', contentType: 'application/pdf' },
    ]);
    expect(write({ letters: ['answer'] }).attachments).toEqual([]);
  });

  it('reads the answers with the best first', () => {
    const [first, second] = PRODUCT.knowledge.filter(({ language }) => language === 'ru');
    const passages = [second?.id ?? '', first?.id ?? ''];
    const { text } = write({ letters: ['answer'], passages });
    expect(text.indexOf(second?.text ?? '-')).toBeGreaterThan(0);
    expect(text.indexOf(first?.text ?? '-')).toBeGreaterThan(text.indexOf(second?.text ?? '-'));
  });

  it('reads what a model made of the passages in their place', () => {
    const [passage] = PRODUCT.knowledge;
    const passages = [passage?.id ?? ''];
    const drafted = ['Да, умеем.', 'За две недели.'].map((text) => ({ text, passages }));
    const { text } = write({ letters: ['answer', 'presentation'], passages, drafted });
    expect(text).toContain('Спасибо за вопрос.\n\nДа, умеем. За две недели.\n\nЕсли остались вопросы');
    expect(text).not.toContain(passage?.text ?? '-');
  });

  it('reads that we do not know, and may have a person', () => {
    expect(write({ letters: ['answer-unknown'] }).text).toContain('придумывать его мы не станем');
    expect(write({ letters: ['answer-unknown'] }, { language: 'en' }).text).toContain('talk to a person');
  });

  it('reads the day we come back in words', () => {
    expect(write({ letters: ['postpone-agreed'], date: new Date('2027-01-12T00:00:00+03:00') }).text).toContain(
      'вернёмся к вам 12 января 2027.',
    );
  });

  it('reads link, login and a code of the own', () => {
    const { text } = write({ letters: ['demo-access'], code: 'otzyvy-0369cf' });
    expect(text).toContain('https://otzyvy.example.com/demo');
    expect(text).toContain('Ваш код доступа: otzyvy-0369cf');
  });
});

describe('a contact who hears from us first', () => {
  it('reads what a model wrote for nobody else, and still how to stop', () => {
    const drafted = [{ text: 'Мы собираем отзывы о ваших столах.', passages: ['a#1'] }];
    const { text } = write({ letters: ['opening'], drafted });
    expect(text).toContain('Котова!\n\nМы собираем отзывы о ваших столах.\n\nМожем прислать презентацию');
    expect(text).not.toContain('Что это даёт');
    expect(text).toContain('ответьте «стоп»');
  });

  it('reads of what may be of interest', () => {
    const { text } = write({ letters: ['opening'] }, { interests: ['отчёты', 'API', 'сравнение'] });
    expect(text).toContain('вам может быть интересно: отчёты, API и сравнение.');
  });

  it('reads where the address came from only when the product says so', () => {
    const shown: Product = {
      ...PRODUCT,
      settings: { ...PRODUCT.settings, consent: { required: true, shown: true } },
    };
    expect(write({ letters: ['opening'] }).text).not.toContain('каталог выставки');
    expect(write({ letters: ['opening'] }, {}, { product: shown }).text).toContain('каталог выставки');
    expect(write({ letters: ['opening'] }, {}, { product: shown }).text).toContain('законный интерес');
  });

  it('reads who pointed us there, also when that is no longer known', () => {
    const referrer = { name: 'Олег', company: 'Тёплый дом' };
    expect(write({ letters: ['referral-opening'] }, {}, { referrer }).text).toContain('ваш коллега — Олег');
    expect(write({ letters: ['referral-opening'] }).text).toContain('посоветовали ваши коллеги');
  });
});

describe('a contact who is offered times for a demo', () => {
  it('reads them numbered, in the own time zone', () => {
    const rules = rulesOf(PRODUCT, { timeZone: 'Asia/Yekaterinburg' }, NOW);
    const { text } = write({ letters: ['demo-slots'], slots: OFFERED }, {}, { rules });
    expect(text).toContain('1. четверг, 3 декабря, 16:00–16:30 (Екатеринбург)\n2. пятница, 4 декабря, 12:00–12:30');
  });

  it('gets one calendar file for each, in UTC, from us and to the contact', () => {
    const { invitations } = write({ letters: ['demo-slots'], slots: OFFERED });
    expect(invitations.map(({ name, method }) => [name, method])).toEqual([
      ['demo-1.ics', 'REQUEST'],
      ['demo-2.ics', 'REQUEST'],
    ]);
    expect(linesOf(invitations[1]?.content)).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:event-7:0-2',
        'SEQUENCE:0',
        'DTSTAMP:20261122T090000Z',
        'DTSTART:20261204T070000Z',
        'DTEND:20261204T073000Z',
        'TRANSP:TRANSPARENT',
        'STATUS:TENTATIVE',
        'SUMMARY:Демонстрация: Napoleon IT Отзывы',
        'ORGANIZER;CN="Команда сервиса «Отзывы»":mailto:sales@our.example',
        'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="Анна Аня Котова":MAILTO:anna@firm.example',
      ]),
    );
  });
});

describe('a contact who has a time for a demo', () => {
  it('gets an invitation that a later one replaces', () => {
    const { text, invitations } = write({ letters: ['slot-booked'], slot: BOOKED });
    expect(text).toContain('четверг, 3 декабря, 14:00–14:30 (Москва)');
    expect(text).toContain('https://otzyvy.example.com/demo');
    expect(invitations).toMatchObject([{ name: 'demo.ics', method: 'REQUEST' }]);
    expect(linesOf(invitations[0]?.content)).toEqual(
      expect.arrayContaining(['UID:event-9:1', 'SEQUENCE:2', 'STATUS:CONFIRMED']),
    );
  });

  it('has it taken out of the calendar when it is called off', () => {
    const { invitations } = write({ letters: ['slot-cancelled'], slot: { ...BOOKED, sequence: 3 } });
    expect(invitations).toMatchObject([{ name: 'demo.ics', method: 'CANCEL' }]);
    expect(linesOf(invitations[0]?.content)).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'UID:event-9:1', 'SEQUENCE:3', 'STATUS:CANCELLED']),
    );
  });

  it('gets the same mail when it is written again', () => {
    const effect = { letters: ['slot-booked'], slot: BOOKED } as const;
    expect(write(effect)).toEqual(write(effect));
  });
});

/** RFC 5545, section 3.1: long lines are folded. */
function linesOf(content = ''): readonly string[] {
  return content.replaceAll('\r\n ', '').split('\r\n');
}
