import { rulesOf } from '@app/product/rules-of';
import { otzyvy } from '../../../../libs/product/testing/otzyvy';
import { whenItLeaves } from './when-it-leaves';

/** Sunday, noon in Moscow. */
const now = new Date('2026-11-22T09:00:00Z');
const product = otzyvy();
const facts = {
  contact: { companyDomain: 'dom.example' },
  channel: 'email' as const,
  product,
  rules: rulesOf(product, { timeZone: null }, now),
  now,
};

describe('a letter we write first', () => {
  it('waits for the contact’s working hours, and counts against the company', () => {
    const leaving = whenItLeaves({ letters: ['opening'] }, facts);
    expect(leaving.leavesFrom).toEqual(new Date('2026-11-23T06:00:00Z'));
    expect(leaving.window).toMatchObject({ timeZone: 'Europe/Moscow' });
    expect(leaving.caps).toEqual({ ...product.settings.caps, domain: 'dom.example' });
  });
});

describe('in a chat', () => {
  it('what we write first keeps to working hours too, and counts against no mailbox', () => {
    const leaving = whenItLeaves({ letters: ['reminder'] }, { ...facts, channel: 'telegram' });
    expect(leaving).toMatchObject({ leavesFrom: new Date('2026-11-23T06:00:00Z'), caps: null });
    expect(leaving.window).not.toBeNull();
  });

  it('the opening that follows Start is an answer', () => {
    const leaving = whenItLeaves({ letters: ['opening'], answers: 'start' }, { ...facts, channel: 'telegram' });
    expect(leaving).toMatchObject({ window: null, leavesFrom: new Date(0) });
  });
});

describe('an answer', () => {
  it('leaves at any time', () => {
    expect(whenItLeaves({ letters: ['answer', 'presentation'], answers: 'm' }, facts)).toMatchObject({
      window: null,
      caps: null,
    });
  });
});
