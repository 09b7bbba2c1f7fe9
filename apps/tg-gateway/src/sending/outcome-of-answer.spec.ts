import type { FailedCall } from '../api/api-failure';
import { outcomeOfAnswer, type Tries } from './outcome-of-answer';

const FIRST: Tries = { before: 0, firstAt: null, now: new Date(0) };

function aFailure(facts: Partial<FailedCall>): FailedCall {
  return { mayHaveArrived: true, status: null, retryAfter: null, migratedTo: null, said: '', ...facts };
}

describe('a message that Telegram was given and did not take', () => {
  it.each([
    ['there was no connection', { mayHaveArrived: false, status: null }, 'retry', null],
    ['the connection ended before the answer', { mayHaveArrived: true, status: null }, 'uncertain', null],
    ['Telegram fails', { status: 500 }, 'retry', null],
    ['Telegram is being changed', { status: 502 }, 'retry', null],
    ['whoever passed it on has no answer', { status: 504 }, 'uncertain', null],
    [
      'the person blocked the bot',
      { status: 403, said: '403 Forbidden: bot was blocked by the user' },
      'rejected',
      'address',
    ],
    ['the person is gone', { status: 403, said: '403 Forbidden: user is deactivated' }, 'rejected', 'address'],
    ['there is no such chat', { status: 400, said: '400 Bad Request: chat not found' }, 'rejected', 'address'],
    ['the text is too long', { status: 400, said: '400 Bad Request: message is too long' }, 'rejected', 'content'],
    ['the file is too large', { status: 413, said: '413 Request Entity Too Large' }, 'rejected', 'content'],
    ['the token is refused', { status: 401, said: '401 Unauthorized' }, 'retry', null],
  ] as const)('when %s, is judged so', (_, facts, outcome, rejectedFor) => {
    expect(outcomeOfAnswer(aFailure(facts), FIRST)).toMatchObject({
      type: 'over',
      attempt: { outcome, rejectedFor },
      restMs: 0,
    });
  });

  it('leaves again when Telegram says, and its chat rests as long', () => {
    expect(outcomeOfAnswer(aFailure({ status: 429, retryAfter: 17 }), FIRST)).toMatchObject({
      attempt: { outcome: 'retry', code: 429, retryInMs: 17_000 },
      restMs: 17_000,
    });
  });

  it('goes to the chat that took the place of its own', () => {
    const failure = aFailure({
      status: 400,
      migratedTo: '-1002',
      said: 'group chat was upgraded to a supergroup chat',
    });
    expect(outcomeOfAnswer(failure, FIRST)).toEqual({ type: 'moved', to: '-1002' });
  });

  it('is tried ever more rarely, and given up after three days', () => {
    const retryIn = (before: number, days = 0) => {
      const tries = { before, firstAt: new Date(0), now: new Date(days * 24 * 3600 * 1000) };
      const verdict = outcomeOfAnswer(aFailure({ status: 500 }), tries);
      return verdict.type === 'over' ? [verdict.attempt.outcome, verdict.attempt.retryInMs] : [];
    };
    expect([0, 1, 2, 3, 4, 50].map((before) => retryIn(before)[1])).toEqual([
      1_000, 5_000, 15_000, 60_000, 300_000, 300_000,
    ]);
    expect(retryIn(50, 3)).toEqual(['rejected', 0]);
  });

  it('because of a limit is not given up, however long that lasts', () => {
    const tries = { before: 99, firstAt: new Date(0), now: new Date(9 * 24 * 3600 * 1000) };
    expect(outcomeOfAnswer(aFailure({ status: 429, retryAfter: 1 }), tries)).toMatchObject({
      attempt: { outcome: 'retry' },
    });
  });
});
