import { aLetter } from '@app/persistence/testing/documents';
import { lastWords, letterInWords } from './letter-in-words';

const AT = new Date('2026-11-05T10:00:00Z');
const PUT_OFF = { at: AT, outcome: 'retry', code: 450, phase: 'rcpt', said: '450 4.2.0 greylisted' } as const;
const SENT = { at: AT, outcome: 'sent', code: 250, phase: 'content', said: '250-taken\n250 as 1A2B' } as const;

describe('a letter as the operator sees it', () => {
  it('shows each attempt with its code, its phase and the server’s own words', () => {
    const letter = aLetter({ status: 'settled', outcome: 'sent', attempts: [PUT_OFF, SENT] });
    const [first = '', second = ''] = letterInWords(letter, '').split('\n').slice(-2);
    expect(first).toMatch(/retry +rcpt +450 +450 4\.2\.0 greylisted$/);
    expect(second).toMatch(/sent +content +250 +250-taken \/ 250 as 1A2B$/);
  });

  it('says what it was rejected for', () => {
    const letter = aLetter({ status: 'settled', outcome: 'rejected', rejectedFor: 'address', attempts: [] });
    expect(letterInWords(letter, '')).toMatch(/^state +rejected, for its address$/m);
  });

  it('says on which passages each sentence of a model rests', () => {
    const letter = aLetter({ rests: [{ sentence: 'It does.', passages: ['a#1', 'b#2'] }] });
    expect(letterInWords(letter, '')).toContain('"It does." rests on a#1, b#2');
  });

  it('says what of its account it waits for', () => {
    expect(letterInWords(aLetter(), 'sales@seller.test is paused')).toMatch(/^waits +sales@seller\.test is paused$/m);
  });

  it('is listed with the last words said to it, and when they were said unless it was sent', () => {
    expect(lastWords(aLetter({ attempts: [PUT_OFF] }))).toBe('at rcpt: 450 4.2.0 greylisted');
    expect(lastWords(aLetter({ attempts: [SENT] }))).toBe(SENT.said);
    expect(lastWords(aLetter())).toBe('');
  });
});
