import { aLetter } from '@app/persistence/testing/documents';
import { whyNotThisLetter } from './why-not-this-letter';

describe('the operator who', () => {
  it.each([
    ['approveDraft', { status: 'draft' }, null],
    ['approveDraft', { status: 'queued' }, 'it is queued'],
    ['cancelLetter', { status: 'leased' }, null],
    ['cancelLetter', { status: 'handing-over' }, 'on its way'],
    ['cancelLetter', { status: 'draft' }, 'draft reject'],
    ['retryLetter', { status: 'settled', outcome: 'rejected' }, null],
    ['retryLetter', { status: 'settled', outcome: 'uncertain' }, 'this one is uncertain'],
    ['retryLetter', { status: 'settled', outcome: 'rejected', letters: ['operator-notice'] }, 'a notice to you'],
  ] as const)('wants %s of a letter that is %p is told: %s', (type, facts, said) => {
    const refusal = whyNotThisLetter({ type, outboxId: 'letter' }, aLetter(facts));
    expect(refusal ?? '').toContain(said ?? '');
    expect(refusal === null).toBe(said === null);
  });

  it('names a letter that is not there is told so', () => {
    expect(whyNotThisLetter({ type: 'cancelLetter', outboxId: 'x' }, null)).toContain('no letter x');
  });
});
