import { whyItWaits } from './why-it-waits';

const SALES = { address: 'sales@seller.test', paused: null, checks: [] };
const OPENING = { status: 'queued', requiredChecks: ['spf', 'dkim'] } as const;

describe('a letter that waits for its account', () => {
  it('says that the account is paused, and why', () => {
    const paused = { ...SALES, paused: { at: new Date(0), because: 'its login is refused' } };
    expect(whyItWaits(OPENING, paused)).toBe('sales@seller.test is paused: its login is refused');
  });

  it('names the checks that are not right, and how to make them', () => {
    const checks = [
      { name: 'spf', state: 'right', said: '', at: new Date(0) },
      { name: 'dkim', state: 'wrong', said: '', at: new Date(0) },
    ] as const;
    expect(whyItWaits(OPENING, { ...SALES, checks })).toBe(
      'sales@seller.test has to pass dkim first: sales-agent account check sales@seller.test',
    );
  });

  it('says nothing once it has left, or when nothing is in its way', () => {
    expect(whyItWaits({ ...OPENING, status: 'settled' }, SALES)).toBe('');
    expect(whyItWaits({ ...OPENING, requiredChecks: [] }, SALES)).toBe('');
  });
});
