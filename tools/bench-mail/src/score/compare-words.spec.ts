import type { ExpectedWords } from '../cases/mail-case';
import { isExact, losesWords } from './compare-words';

const OWN: ExpectedWords = { type: 'exact', texts: ['Send it,\nplease.', 'Send it'], spaceless: false };

describe('the words a reader found', () => {
  it('are right whatever the white space, and in every accepted form', () => {
    expect(isExact(OWN, 'Send  it, please.\n')).toBe(true);
    expect(isExact(OWN, 'Send it')).toBe(true);
    expect(isExact(OWN, 'Send it, please. Anna')).toBe(false);
  });

  it('may differ in every space when they come from HTML', () => {
    expect(isExact({ ...OWN, spaceless: true }, '> Sendit,please.')).toBe(true);
  });

  it('are lost when they are missing, not when there are more', () => {
    expect(losesWords(OWN, 'Send')).toBe(true);
    expect(losesWords(OWN, 'On Monday Anna wrote: Send it, please.')).toBe(false);
    expect(losesWords({ type: 'phrases', present: ['Send it'], absent: ['Anna'] }, 'Send it. Anna')).toBe(false);
  });
});
