import { startOpenAiPeer, type AskedQuestion, type OpenAiPeer } from '../../../../test/support/openai-peer';
import { type Engine, readerOf } from './engine';

const CONTEXT = { now: new Date('2026-11-22T12:00:00+03:00'), timeZone: 'Europe/Moscow', ownAddresses: [] };
const SURE = 'Пришлите, пожалуйста, презентацию.';
const UNSURE = 'Марципан в этом смысле сложнее, чем кажется.';

let peer: OpenAiPeer;

beforeEach(async () => {
  peer = await startOpenAiPeer();
});

afterEach(() => peer.stop());

function says(change: object): void {
  const answer = { intents: ['question'], language: 'ru', day: '', addresses: [], evidence: [''], ...change };
  peer.behave({ type: 'say', content: JSON.stringify(answer) });
}

function read(text: string, engine: Engine = 'model'): Promise<unknown> {
  return readerOf(engine, { endpoint: peer.address, model: 'm' })(text, CONTEXT);
}

describe('a message read by a model', () => {
  it('is asked about under the schema of a job, and read as the brain would', async () => {
    says({ intents: ['postpone'], day: 'после 15 января' });
    expect(await read('Вернёмся к этому после 15 января')).toMatchObject({
      engine: 'model',
      intents: [{ type: 'postpone', until: new Date('2027-01-18T00:00:00+03:00') }],
    });
    expect(peer.questions()[0]?.response_format?.json_schema.schema).toMatchObject({
      properties: { intents: { type: 'array' }, evidence: { type: 'array' } },
    });
  });

  it('is asked about once more with what was wrong, and not a third time', async () => {
    says({ addresses: ['eve@evil.example'] });
    await expect(read(UNSURE)).rejects.toThrow('rejected twice: An address does not stand in the message');
    expect(peer.questions().map(firstWords)).toEqual([
      expect.not.stringContaining('not accepted'),
      expect.stringContaining('Your last answer was not accepted: An address does not stand in the message.'),
    ]);
  });

  it('is not read when the endpoint does not answer, and that is said', async () => {
    peer.behave({ type: 'status', status: 503 });
    await expect(read(UNSURE)).rejects.toMatchObject({ code: 'UNREAD', message: expect.stringContaining('HTTP 503') });
  });
});

describe('a message read by both', () => {
  it('never comes to the model when code is sure of it', async () => {
    expect(await read(SURE, 'both')).toMatchObject({ engine: 'offline', intents: [{ type: 'presentation' }] });
    expect(peer.questions()).toEqual([]);
  });

  it('is read by the model when code is not sure', async () => {
    says({});
    expect(await read(UNSURE, 'both')).toMatchObject({ engine: 'model', intents: [{ type: 'question' }] });
  });

  it('is read by code as well as it can when the model is away', async () => {
    peer.behave({ type: 'status', status: 503 });
    expect(await read(UNSURE, 'both')).toMatchObject({ engine: 'offline' });
  });
});

function firstWords({ messages }: AskedQuestion): string {
  return messages[0]?.content ?? '';
}
