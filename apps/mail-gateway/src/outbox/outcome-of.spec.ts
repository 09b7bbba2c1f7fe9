import { outcomeOf, type SmtpFailure, type Tries } from './outcome-of';

const NOW = new Date('2026-11-05T10:00:00Z');
const FIRST_TRY: Tries = { before: 0, firstAt: null, now: NOW };
const MINUTE = 60_000;

function failure(different: Partial<SmtpFailure>): SmtpFailure {
  return {
    phase: 'content',
    mayHaveArrived: different.phase === undefined || different.phase === 'content',
    code: null,
    isReply: different.code !== undefined,
    unsendable: null,
    isTokenRefused: false,
    said: 'the words of the server',
    ...different,
  };
}

function judged(different: Partial<SmtpFailure>, tries = FIRST_TRY) {
  return outcomeOf(failure(different), tries);
}

/** As the server says it. */
function answer(phase: SmtpFailure['phase'], said: string, different: Partial<SmtpFailure> = {}) {
  return { ...different, phase, said, code: Number(said.slice(0, 3)) };
}

describe('a letter that the server does not take', () => {
  it.each([
    '550 No such user here',
    '550 5.1.1 <anna@contact.test>: Recipient address rejected: User unknown',
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 5.4.1 Recipient address rejected: Access denied.',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
    '551 User not local',
    '553 5.1.3 bad address syntax',
    '556 5.1.10 the domain accepts no mail',
    '550 5.2.1 the account is disabled',
  ])('is rejected for its address when RCPT is answered with %s', (said) => {
    expect(judged(answer('rcpt', said))).toMatchObject({
      blames: 'letter',
      attempt: { outcome: 'rejected', rejectedFor: 'address', phase: 'rcpt', said },
    });
  });

  it.each([
    '550 5.7.1 Service unavailable; client [192.0.2.1] blocked using a list',
    '554 5.7.1 <anna@contact.test>: Relay access denied',
    '550 relay not permitted',
    '550 Your message was blocked by our spam policy',
    '550 5.1.8 the sender has no domain',
    '552 5.2.2 the mailbox is full',
    '550 5.4.5 Daily user sending quota exceeded',
    '554 no valid recipients',
  ])('is not called unreachable when RCPT is answered with what is about us, or passes: %s', (said) => {
    expect(judged(answer('rcpt', said)).attempt).toMatchObject({ outcome: 'rejected', rejectedFor: 'content' });
  });

  it.each([
    ['DATA is refused', answer('data', '554 5.5.1 no')],
    ['the content is refused after its final dot', answer('content', '552 5.3.4 too big')],
    ['the content is taken for spam', answer('content', '550 5.7.1 this looks like spam')],
    ['it is larger than the server takes', { phase: 'mail', unsendable: 'content' } as const],
    ['its size is refused at MAIL', answer('mail', '552 5.3.4 message size exceeds the limit')],
  ])('is rejected for its content when %s', (_, refusal) => {
    expect(judged(refusal).attempt).toMatchObject({ outcome: 'rejected', rejectedFor: 'content' });
  });

  it('is rejected for its address when the recipient is looked for only after the final dot', () => {
    expect(judged(answer('content', '550 5.1.1 no such user')).attempt).toMatchObject({ rejectedFor: 'address' });
  });

  it('is rejected for its address when that is impossible', () => {
    expect(judged({ phase: 'mail', unsendable: 'address' }).attempt).toMatchObject({ rejectedFor: 'address' });
  });

  it.each([
    ['the recipient is put off, as greylisting does', answer('rcpt', '450 4.2.0 greylisted')],
    ['the content is put off', answer('content', '451 later')],
    ['the connection is lost before the content has left to its end', { mayHaveArrived: false }],
  ])('is tried again by itself when %s', (_, refusal) => {
    expect(judged(refusal)).toMatchObject({ blames: 'letter', attempt: { outcome: 'retry', rejectedFor: null } });
  });

  it.each([
    ['nobody listens', { phase: 'connect' } as const],
    ['TLS does not come about', { phase: 'greeting' } as const],
    ['the greeting is a refusal', answer('greeting', '554 no service here')],
    ['the service closes', answer('rcpt', '421 4.3.2 shutting down')],
    ['the service closes instead of answering the content', answer('content', '421 4.3.2 shutting down')],
    ['the login cannot be checked now', answer('auth', '454 4.7.0 temporary failure')],
    ['the connection is lost before the content', { phase: 'rcpt' } as const],
    ['the answer is none of SMTP', { phase: 'mail', said: 'what?' } as const],
  ])('waits with all of its account when %s', (_, refusal) => {
    expect(judged(refusal)).toMatchObject({ blames: 'connection', attempt: { outcome: 'retry' } });
  });

  it.each([
    answer('auth', '535 5.7.8 wrong password'),
    answer('auth', '534 5.7.9 an app password is needed'),
    answer('mail', '530 5.7.0 log in first'),
    { phase: 'auth', isTokenRefused: true } as const,
  ])('waits for the operator when the login is refused: %j', (refusal) => {
    expect(judged(refusal)).toMatchObject({ blames: 'login', attempt: { outcome: 'retry' } });
  });

  it.each(['550 5.7.1 your account is blocked', '554 5.7.0 suspended', '553 5.1.8 not your address', '550 no'])(
    'waits for the operator when the server takes nothing from us: %s',
    (said) => {
      expect(judged(answer('mail', said))).toMatchObject({ blames: 'sender', attempt: { outcome: 'retry' } });
    },
  );

  it.each([
    ['the connection is lost', {}],
    ['the connection is lost amid the answer', { ...answer('content', '451 la'), isReply: false }],
    ['the answer is none of SMTP', { said: 'what?' }],
    ['the answer is neither yes nor no', answer('content', '354 go on')],
  ])('may have arrived when %s after the final dot', (_, refusal) => {
    expect(judged(refusal).attempt).toMatchObject({ outcome: 'uncertain' });
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
    expect(judged(answer('rcpt', '450 later'), tries).attempt).toMatchObject({ retryInMs });
  });

  it.each([
    ['address', answer('rcpt', '450 4.1.1 not now')],
    ['content', answer('rcpt', '451 4.7.1 greylisted')],
    ['content', { phase: 'connect' } as const],
  ])('is given up after 72 hours, for its %s', (rejectedFor, refusal) => {
    const tries = { before: 70, firstAt: new Date('2026-11-02T10:00:00Z'), now: NOW };
    expect(judged(refusal, tries).attempt).toMatchObject({ outcome: 'rejected', rejectedFor });
  });
});
