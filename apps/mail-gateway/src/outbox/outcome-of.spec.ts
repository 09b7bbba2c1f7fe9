import { outcomeOf, type SmtpFailure, type Tries } from './outcome-of';

const NOW = new Date('2026-11-05T10:00:00Z');
const FIRST_TRY: Tries = { before: 0, firstAt: null, now: NOW };
const MINUTE = 60_000;

function failure(different: Partial<SmtpFailure>): SmtpFailure {
  return { contentBegan: false, kind: null, command: null, code: null, said: 'the words of the server', ...different };
}

function attemptOf(different: Partial<SmtpFailure>, tries = FIRST_TRY) {
  return outcomeOf(failure(different), tries).attempt;
}

describe('a letter that the server does not take', () => {
  it('is rejected for its address when the recipient is refused for good', () => {
    expect(attemptOf({ command: 'RCPT TO', code: 550, kind: 'EENVELOPE' })).toMatchObject({
      outcome: 'rejected',
      rejectedFor: 'address',
      code: 550,
      said: 'the words of the server',
    });
  });

  it.each([
    ['the sender is refused', { command: 'MAIL FROM', code: 553 }],
    ['DATA is refused', { command: 'DATA', code: 554 }],
    ['the content is refused after its final dot', { command: 'DATA', code: 552, contentBegan: true }],
    ['it is larger than the server takes', { command: 'MAIL FROM', kind: 'EMESSAGE' }],
  ])('is rejected for its content when %s', (_, refusal) => {
    expect(attemptOf(refusal)).toMatchObject({ outcome: 'rejected', rejectedFor: 'content' });
  });

  it.each([
    ['the recipient is put off, as greylisting does', { command: 'RCPT TO', code: 450 }],
    ['the content is put off', { command: 'DATA', code: 451, contentBegan: true }],
    ['nobody listens', { kind: 'ESOCKET', command: 'CONN' }],
    ['the name is unknown', { kind: 'EDNS', command: 'CONN' }],
    ['TLS does not come about', { kind: 'ETLS', command: 'CONN' }],
    ['the greeting is a refusal', { kind: 'EPROTOCOL', command: 'CONN', code: 554 }],
    ['the service closes', { kind: 'ECONNECTION', command: 'RCPT TO', code: 421 }],
    ['the connection is lost before the content', { kind: 'ECONNECTION', command: 'CONN' }],
  ])('is tried again when %s', (_, refusal) => {
    expect(attemptOf(refusal)).toMatchObject({ outcome: 'retry', rejectedFor: null });
  });

  it.each([530, 534, 535])(
    'is tried again when the login is refused with %i, which the operator has to mend',
    (code) => {
      expect(outcomeOf(failure({ kind: 'EAUTH', command: 'AUTH PLAIN', code }), FIRST_TRY)).toMatchObject({
        blames: 'account',
        attempt: { outcome: 'retry' },
      });
    },
  );

  it.each([
    ['the connection is lost', { kind: 'ECONNECTION', command: 'CONN' }],
    ['the connection is lost with half a reply', { kind: 'ECONNECTION', command: 'CONN', code: 451 }],
    ['the server is silent', { kind: 'ETIMEDOUT', command: 'CONN' }],
    ['the reply is neither yes nor no', { command: 'DATA', code: 354 }],
  ])('may have arrived when %s after the content began', (_, refusal) => {
    expect(attemptOf({ ...refusal, contentBegan: true })).toMatchObject({ outcome: 'uncertain' });
  });
});

describe('a letter that is tried again', () => {
  it.each([
    [0, 5_000],
    [1, MINUTE],
    [2, 5 * MINUTE],
    [3, 15 * MINUTE],
    [4, 60 * MINUTE],
    [20, 60 * MINUTE],
  ])('waits longer each time: after %i tries %i ms', (before, retryInMs) => {
    const tries = { before, firstAt: new Date(NOW.getTime() - MINUTE), now: NOW };
    expect(attemptOf({ command: 'RCPT TO', code: 450 }, tries)).toMatchObject({ retryInMs });
  });

  it.each([
    ['address', { command: 'RCPT TO', code: 450 }],
    ['content', { kind: 'ECONNECTION', command: 'CONN' }],
  ])('is given up after 72 hours, for its %s', (rejectedFor, refusal) => {
    const tries = { before: 70, firstAt: new Date('2026-11-02T10:00:00Z'), now: NOW };
    expect(attemptOf(refusal, tries)).toMatchObject({ outcome: 'rejected', rejectedFor });
  });
});
