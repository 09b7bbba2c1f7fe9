import { splitText } from './split-text';

describe('a text that is too long for one message', () => {
  it('is one part when it fits, and none when it says nothing', () => {
    expect(splitText('Добрый день! Как дела?', 40)).toEqual(['Добрый день! Как дела?']);
    expect(splitText(' \n', 40)).toEqual([]);
  });

  it('is split between sentences, as few times as possible, without blanks at the seams', () => {
    expect(splitText('Раз. Два!\n\nТри? Четыре.', 12)).toEqual(['Раз. Два!', 'Три? Четыре.']);
    expect(splitText('One. Two. Three.', 9)).toEqual(['One. Two.', 'Three.']);
  });

  it('is not split after what only looks like the end of a sentence', () => {
    expect(splitText('It costs 3.50 a day. Fine.', 22)).toEqual(['It costs 3.50 a day.', 'Fine.']);
  });

  it('keeps the form it has within a part', () => {
    expect(splitText('Цены:\n- раз\n- два\n\nВсё.', 4096)).toEqual(['Цены:\n- раз\n- два\n\nВсё.']);
  });

  it('is split between words where a sentence is too long', () => {
    expect(splitText('один два три четыре', 10)).toEqual(['один два', 'три четыре']);
  });

  it('is split nowhere within what a reader takes for one character', () => {
    const family = '👨‍👩‍👧';
    expect(splitText(family.repeat(3), 2 * family.length + 3)).toEqual([family.repeat(2), family]);
    expect(splitText('й'.normalize('NFD').repeat(3), 5)).toEqual([
      'й'.normalize('NFD').repeat(2),
      'й'.normalize('NFD'),
    ]);
  });

  it('never has a part that is too long, nor loses a word, whatever it is', () => {
    const text = `a${'\u0301'.repeat(300)} ${'слово '.repeat(500)}${'ы'.repeat(500)} Конец.\n${'😀'.repeat(200)}`;
    const parts = splitText(text, 100);
    expect(parts.every(({ length }) => length <= 100)).toBe(true);
    expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });
});
