import { answerBatchLine } from './answer-batch-line';
import { understandBy } from './understand';

const NOW = new Date('2026-11-22T09:00:00Z');

function answer(line: string, timeZone = 'Europe/Moscow'): Promise<object> {
  return answerBatchLine(line, understandBy({ engine: 'offline', endpoint: '', model: '', now: NOW, timeZone }));
}

describe('a line of a batch of messages', () => {
  it('is answered under its own id with what is meant and how sure that is', async () => {
    expect(await answer('{"id": "7", "text": "Напишите 20 декабря"}')).toEqual({
      id: '7',
      intents: [{ type: 'postpone', date: '2026-12-20' }],
      sure: true,
      confidence: expect.any(Number),
      engine: 'offline',
    });
  });

  it('names the day where the contact is', async () => {
    expect(await answer('{"id": 1, "text": "Come back on 1 December"}', 'America/New_York')).toMatchObject({
      intents: [{ type: 'postpone', date: '2026-12-01' }],
    });
  });

  it('gives each address an intent of its own', async () => {
    expect(await answer('{"id": 1, "text": "Ask bob@firm.example or sue@firm.example"}')).toMatchObject({
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
  ])('that cannot be taken is answered with what is wrong: %s', async (line, id, error) => {
    expect(await answer(line)).toEqual({ id, error });
  });

  it('that the model does not read is answered with the reason', async () => {
    const understand = (): never => {
      throw new Error('The model did not read the message: no answer.');
    };
    expect(await answerBatchLine('{"id": 5, "text": "Hm"}', understand)).toEqual({
      id: 5,
      error: 'The model did not read the message: no answer.',
    });
  });
});
