import { redactorOf } from './redact';

const redact = redactorOf({
  addresses: ['anna@example.com', 'анна@xn--80a1acny.xn--p1ai', '@anna_buyer'],
  names: ['Анна'],
});
const inText = (text: string): string => redact({ text }).text;

describe('a text without the person', () => {
  it.each([
    ['an address in any case', 'Пишите на Anna@Example.com.', 'Пишите на [erased].'],
    ['an address in angle brackets', '550 <anna@example.com> unknown', '550 <[erased]> unknown'],
    ['an address under its name in Unicode', 'анна@почта.рф', '[erased]'],
    ['a Telegram user name', 'Я @anna_buyer, пишите', 'Я [erased], пишите'],
    ['a link to a Telegram user', 'https://t.me/anna_buyer', '[erased]'],
    ['a name as a word', 'Анна, добрый день', '[erased], добрый день'],
  ])('says [erased] for %s', (_, text, redacted) => {
    expect(inText(text)).toBe(redacted);
  });

  it.each([
    ['of somebody else whose address ends like it', 'joanna@example.com'],
    ['of somebody else whose address begins like it', 'anna@example.company'],
    ['of another user', '@anna_buyer2'],
    ['with a word that holds the name', 'Иоанна'],
  ])('stays as it is %s', (_, text) => {
    expect(inText(text)).toBe(text);
  });
});

describe('a document', () => {
  it('that does not name the person is the very same', () => {
    const document = { _id: 'anna@example.com', text: 'Добрый день', list: [{ at: new Date(0) }] };
    expect(redact(document)).toBe(document);
  });

  it('keeps its own words where a name is also one of ours', () => {
    const demo = redactorOf({ addresses: [], names: ['Demo'] });
    const document = { stage: 'demo', letters: ['demo-access'], text: 'Demo writes', nested: [{ said: 'Demo' }] };
    expect(demo(document)).toEqual({ ...document, text: '[erased] writes', nested: [{ said: '[erased]' }] });
  });
});
