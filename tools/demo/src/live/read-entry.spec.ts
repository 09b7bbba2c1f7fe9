import { readEntry } from './read-entry';

const TIME = { now: new Date('2026-11-23T10:00:00+03:00'), timeZone: 'Europe/Moscow' };

describe('the person at the keyboard', () => {
  it('writes a mail by simply writing it', () => {
    expect(readEntry(' Пришлите презентацию.\nСпасибо! ', TIME)).toEqual({
      type: 'write',
      words: 'Пришлите презентацию.\nСпасибо!',
    });
  });

  it('writes nothing with an empty line', () => {
    expect(readEntry('  ', TIME)).toEqual({ type: 'nothing' });
  });

  it.each([
    ['/later 3w', '2026-12-14T10:00:00+03:00'],
    ['/later 2d', '2026-11-25T10:00:00+03:00'],
    ['/LATER 5 H', '2026-11-23T15:00:00+03:00'],
    ['/clock 2026-12-01', '2026-12-01T10:00:00+03:00'],
    ['/clock 2026-12-01 15:30', '2026-12-01T15:30:00+03:00'],
  ])('moves time forward: %s', (entry, to) => {
    expect(readEntry(entry, TIME)).toEqual({ type: 'moveClock', to: new Date(to) });
  });

  it.each([
    ['/as Oleg@Dom.example', { type: 'playAs', address: 'oleg@dom.example' }],
    ['/operator Добрый день!\nЭто Иван.', { type: 'operate', words: 'Добрый день!\nЭто Иван.' }],
    ['/show', { type: 'show' }],
    ['/help', { type: 'help' }],
    ['/quit', { type: 'quit' }],
  ])('may do other things: %s', (entry, meant) => {
    expect(readEntry(entry, TIME)).toEqual(meant);
  });

  it.each([
    ['/later soon', 'hours, days or weeks'],
    ['/later 0d', 'hours, days or weeks'],
    ['/clock tomorrow', 'Say the day'],
    ['/clock 2026-02-31', 'Say the day'],
    ['/clock 2026-11-20', 'only moves forward, and it is Mon 23 November 2026, 10:00'],
    ['/as', 'whose part'],
    ['/operator', 'what the operator writes'],
    ['/stop now', 'There is no /stop;'],
    ['/', 'There is no /;'],
  ])('reads what to do after a mistake: %s', (entry, sentence) => {
    expect(readEntry(entry, TIME)).toEqual({ type: 'mistake', sentence: expect.stringContaining(sentence) });
  });
});
