import { aMessage } from '../../../../test/support/a-message';
import { OlderFirst } from './older-first';

const message = aMessage('anna@example.com', 'Спасибо');

describe('a message behind an older one of the same contact that is still being filed', () => {
  const older = new OlderFirst();
  const preceded = [{ type: 'message', message, isPreceded: true, toFile: null } as const];

  it('waits a while, and not for ever', () => {
    const looks = Array.from({ length: 60 }, () => older.isWorthWaiting('c', preceded));
    expect(looks.slice(0, 50)).not.toContain(false);
    expect(looks[50]).toBe(false);
  });

  it('is taken at once when the older one is filed', () => {
    expect(older.isWorthWaiting('other', preceded)).toBe(true);
    expect(older.isWorthWaiting('other', [{ type: 'message', message, isPreceded: false, toFile: null }])).toBe(false);
  });
});
