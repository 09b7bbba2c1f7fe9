import { startOpenAiPeer, type ModelBehaviour, type OpenAiPeer } from '../../../../test/support/openai-peer';
import { closedObject, TEXT, wordOf } from '@app/llm-jobs/closed-schema';
import { ChatClient } from './chat.client';
import { answerJob, type Answered } from './answer-job';

const SCHEMA = closedObject({ intent: wordOf(['stop', 'demo']), date: TEXT });
const PROMPT = 'What does Maria Petrova want? «Stop writing to me»';
const JOB = { prompt: PROMPT, schema: SCHEMA };
const LIMIT_MS = 400;

let peer: OpenAiPeer;

beforeEach(async () => {
  peer = await startOpenAiPeer();
});

afterEach(() => peer.stop());

function answer(signal = new AbortController().signal, path = ''): Promise<Answered> {
  const client = new ChatClient({ address: peer.address + path, model: 'small', limitMs: LIMIT_MS });
  return answerJob(client, JOB, signal);
}

describe('a job a model answers', () => {
  it.each(['', '/', '/v1', '/v1/'])('is asked in the form every server takes (address + "%s")', async (path) => {
    expect(await answer(undefined, path)).toEqual({ type: 'completed', response: '{"intent":"stop","date":""}' });
    expect(peer.questions()).toEqual([
      {
        model: 'small',
        messages: [{ role: 'user', content: PROMPT }],
        temperature: 0,
        max_tokens: 2048,
        stream: false,
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: SCHEMA } },
      },
    ]);
  });

  it.each([
    ['prose', 'Maria wants us to stop.', 'the answer is not JSON'],
    [
      'a word nobody offered',
      '{"intent":"buy","date":""}',
      '/intent must be equal to one of the allowed values: stop, demo',
    ],
    ['a field too few', '{"intent":"stop"}', "the answer must have required property 'date'"],
    ['a field too many', '{"intent":"stop","date":"","to":"x@y.z"}', 'the answer must NOT have additional properties'],
    ['a list', '[]', 'the answer must be object'],
  ])('is asked once more, with the words of the validator, after %s', async (_, wrong, words) => {
    peer.behave((_question, asked) => (asked === 1 ? { type: 'say', content: wrong } : { type: 'obey' }));
    expect(await answer()).toEqual({ type: 'completed', response: '{"intent":"stop","date":""}' });
    expect(peer.questions()[1]?.messages).toEqual([
      { role: 'user', content: PROMPT },
      { role: 'assistant', content: wrong },
      { role: 'user', content: expect.stringContaining(words) },
    ]);
  });

  it('fails when the second answer breaks the schema too, with words that hold nothing of it', async () => {
    peer.behave({ type: 'say', content: '{"intent":"hunter2","date":""}' });
    expect(await answer()).toEqual({
      type: 'failed',
      because: 'The answer broke its schema twice: /intent must be equal to one of the allowed values: stop, demo.',
    });
    expect(peer.questions()).toHaveLength(2);
  });

  it('fails when the answer was cut off', async () => {
    peer.behave({ type: 'cut' });
    expect(await answer()).toEqual({ type: 'failed', because: expect.stringContaining('cut off') });
  });

  it('fails when its schema is none', async () => {
    const client = new ChatClient({ address: peer.address, model: 'small', limitMs: LIMIT_MS });
    const job = { prompt: PROMPT, schema: { ...SCHEMA, properties: 'none' } as never };
    expect(await answerJob(client, job, new AbortController().signal)).toMatchObject({ type: 'failed' });
  });
});

describe('an endpoint that gives no answer', () => {
  const UNANSWERED: readonly (readonly [string, ModelBehaviour])[] = [
    ['HTTP 500', { type: 'status', status: 500 }],
    ['HTTP 400', { type: 'status', status: 400 }],
    ['no answer within 0.4 s', { type: 'stall' }],
    ['longer than', { type: 'huge', bytes: 2 * 1024 * 1024 }],
    ['no chat completion', { type: 'body', body: '<html>' }],
    ['no chat completion', { type: 'body', body: '{"choices":[]}' }],
    ['without text', { type: 'say', content: '' }],
  ];

  it.each(UNANSWERED)('is said to have: %s', async (because, behaviour) => {
    peer.behave(behaviour);
    expect(await answer()).toEqual({ type: 'unanswered', because: expect.stringContaining(because) });
  });

  it.each([
    ['2', 2_000],
    ['99999999', 600_000],
    ['soon', null],
  ])('is left alone as long as it asks for (Retry-After: %s)', async (header, retryAfterMs) => {
    peer.behave({ type: 'status', status: 429, headers: { 'retry-after': header } });
    expect(await answer()).toEqual({ type: 'away', because: 'the endpoint answered HTTP 429', retryAfterMs });
  });

  it('is away when nothing listens there', async () => {
    await peer.stop();
    expect(await answer()).toMatchObject({ type: 'away', because: expect.stringContaining('ECONNREFUSED') });
    peer = await startOpenAiPeer();
  });

  it('is away when it wants to send the prompt elsewhere', async () => {
    const elsewhere = await startOpenAiPeer();
    peer.behave({ type: 'status', status: 307, headers: { location: `${elsewhere.address}/v1/chat/completions` } });
    expect(await answer()).toMatchObject({ type: 'away' });
    expect(elsewhere.questions()).toEqual([]);
    await elsewhere.stop();
  });

  it('is not waited for any longer than the asker wants', async () => {
    peer.behave({ type: 'stall' });
    expect(await answer(AbortSignal.timeout(50))).toEqual({ type: 'aborted' });
  });

  it('never has a word of the prompt in what is said of it', async () => {
    peer.behave({ type: 'status', status: 400 });
    expect(JSON.stringify(await answer())).not.toContain('Petrova');
  });
});
