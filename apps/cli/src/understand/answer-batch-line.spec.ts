import { toPlainReading } from '@app/understanding/plain-reading';
import { readOffline } from '@app/understanding/read-offline';
import { answerBatchLine } from './answer-batch-line';

const NOW = new Date('2026-11-22T09:00:00Z');

function answer(line: string, timeZone = 'Europe/Moscow'): object {
  return answerBatchLine(line, (text) =>
    toPlainReading(readOffline(text, { now: NOW, timeZone, ownAddresses: [] }), { timeZone, sureFrom: 0.5 }),
  );
}

describe('a line of a batch of messages', () => {
  it('is answered under its own id with what is meant and how sure that is', () => {
    expect(answer('{"id": "7", "text": "Напишите 20 декабря"}')).toEqual({
      id: '7',
      intents: [{ type: 'postpone', date: '2026-12-20' }],
      sure: true,
      confidence: expect.any(Number),
      engine: 'offline',
    });
  });

  it('names the day where the contact is', () => {
    expect(answer('{"id": 1, "text": "Come back on 1 December"}', 'America/New_York')).toMatchObject({
      intents: [{ type: 'postpone', date: '2026-12-01' }],
    });
  });

  it('gives each address an intent of its own', () => {
    expect(answer('{"id": 1, "text": "Ask bob@firm.example or sue@firm.example"}')).toMatchObject({
      intents: [
        { type: 'redirect', contact: 'bob@firm.example' },
        { type: 'redirect', contact: 'sue@firm.example' },
      ],
    });
  });

  it.each([
    ['not JSON', null, 'The line is not a JSON object.'],
    ['[]', null, '"text" must be the text of a message.'],
    ['{"id": 3}', 3, '"text" must be the text of a message.'],
    ['{"id": 4, "text": 5}', 4, '"text" must be the text of a message.'],
  ])('that cannot be taken is answered with what is wrong: %s', (line, id, error) => {
    expect(answer(line)).toEqual({ id, error });
  });
});
