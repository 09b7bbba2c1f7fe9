import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';

/** How the endpoint answers a question. */
export type ModelBehaviour =
  /** Holds to the schema: the first allowed word of each field, an empty text, or an empty list. */
  | { readonly type: 'obey'; readonly afterMs?: number }
  /** Answers in prose with status 200, as a server does that does not know `response_format`. */
  | { readonly type: 'prose' }
  | { readonly type: 'say'; readonly content: string }
  /** Stops in the middle, out of tokens. */
  | { readonly type: 'cut' }
  /** Takes the question and never answers. */
  | { readonly type: 'stall' }
  | { readonly type: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Sends this many bytes. */
  | { readonly type: 'huge'; readonly bytes: number }
  /** What is no chat completion. */
  | { readonly type: 'body'; readonly body: string };

/** A question as it came in. */
export interface AskedQuestion {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly max_tokens: number;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema: { readonly name: string; readonly strict: boolean; readonly schema: Schema };
  };
}

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly type: string; readonly enum?: readonly string[] }>>;
}

/** A scripted OpenAI-compatible endpoint on 127.0.0.1. */
export interface OpenAiPeer {
  readonly address: string;
  readonly port: number;
  /** Decides each answer; `asked` counts from 1 and leaves out the probes, which always follow `probed`. */
  behave(behaviour: ModelBehaviour | ((question: AskedQuestion, asked: number) => ModelBehaviour)): void;
  /** How probes are answered from now on. */
  probed(behaviour: ModelBehaviour): void;
  /** The questions of jobs, oldest first. */
  questions(): readonly AskedQuestion[];
  probes(): number;
  /** The questions whose asker went away before they were answered. */
  abandoned(): number;
  /** The most questions that were open at once. */
  mostAtOnce(): number;
  stop(): Promise<void>;
}

const PROBE = 'Greet me in one short sentence.';
const PROSE = 'Certainly! Here is what I think about that.';

export async function startOpenAiPeer(): Promise<OpenAiPeer> {
  const questions: AskedQuestion[] = [];
  let behaviour: (question: AskedQuestion, asked: number) => ModelBehaviour = () => ({ type: 'obey' });
  let probeBehaviour: ModelBehaviour = { type: 'obey' };
  let probes = 0;
  let abandoned = 0;
  let open = 0;
  let mostAtOnce = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const question = JSON.parse(await text(request)) as AskedQuestion;
    if (question.messages[0]?.content === PROBE) {
      probes += 1;
      answer(response, question, probeBehaviour);
      return;
    }
    questions.push(question);
    mostAtOnce = Math.max(mostAtOnce, ++open);
    response.once('close', () => {
      open -= 1;
      if (!response.writableEnded) abandoned += 1;
    });
    answer(response, question, behaviour(question, questions.length));
  }

  const listening = await listenOnLoopback(
    createServer((request, response) => {
      void handle(request, response);
    }),
  );
  return {
    address: `http://127.0.0.1:${String(listening.port)}`,
    port: listening.port,
    behave(next) {
      behaviour = typeof next === 'function' ? next : () => next;
    },
    probed(next) {
      probeBehaviour = next;
    },
    questions: () => questions,
    probes: () => probes,
    abandoned: () => abandoned,
    mostAtOnce: () => mostAtOnce,
    stop: () => listening.stop(),
  };
}

function answer(response: ServerResponse, question: AskedQuestion, behaviour: ModelBehaviour): void {
  switch (behaviour.type) {
    case 'obey':
      setTimeout(() => {
        complete(response, obedient(question));
      }, behaviour.afterMs ?? 0).unref();
      return;
    case 'prose':
      complete(response, PROSE);
      return;
    case 'say':
      complete(response, behaviour.content);
      return;
    case 'cut':
      complete(response, '{"intent":"st', 'length');
      return;
    case 'stall':
      return;
    case 'status':
      response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
      response.end(JSON.stringify({ error: { message: `no answer to: ${question.messages[0]?.content ?? ''}` } }));
      return;
    case 'huge':
      complete(response, 'x'.repeat(behaviour.bytes));
      return;
    case 'body':
      response.writeHead(200, { 'content-type': 'application/json' }).end(behaviour.body);
      return;
    default:
      behaviour satisfies never;
  }
}

function obedient({ response_format: format }: AskedQuestion): string {
  const fields = Object.entries(format?.json_schema.schema.properties ?? {});
  const valueOf = (type: string, words: readonly string[] = ['']) => (type === 'array' ? [] : words[0]);
  return JSON.stringify(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field.type, field.enum)])));
}

function complete(response: ServerResponse, content: string, finishReason = 'stop'): void {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finishReason }];
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 0, model: 'm', choices }));
}
