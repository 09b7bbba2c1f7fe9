import type { Completion, Question } from './completion';
import { readBounded } from './read-bounded';
import { retryAfterMs } from './retry-after';
import { toCompletion } from './to-completion';

/** An endpoint that speaks OpenAI's `/v1/chat/completions`, and how it is used. */
export interface ChatEndpoint {
  /** With or without `/v1` at its end. */
  readonly address: string;
  readonly model: string;
  /** How long one answer may take. */
  readonly limitMs: number;
}

/** More than any answer to a flat schema; without it a model that repeats itself would go on until its context is full. */
const MOST_TOKENS = 2048;
const LONGEST_BODY = 1024 * 1024;
/** Too many requests, and what proxies say of a server that is not there. */
const AWAY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Asks a model for an answer that fits a JSON Schema, in the form that Ollama, vLLM and llama.cpp all take. */
export class ChatClient {
  private readonly url: string;

  constructor(private readonly endpoint: ChatEndpoint) {
    this.url = `${endpoint.address.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/chat/completions`;
  }

  /** Never throws. */
  async ask(question: Question, signal: AbortSignal): Promise<Completion> {
    const limit = AbortSignal.timeout(this.endpoint.limitMs);
    try {
      return await this.post(question, AbortSignal.any([signal, limit]));
    } catch (error) {
      if (signal.aborted) return { type: 'aborted' };
      if (limit.aborted) return { type: 'unanswered', because: `no answer within ${this.endpoint.limitMs / 1000} s` };
      return { type: 'away', because: `the endpoint cannot be reached (${reasonOf(error)})`, retryAfterMs: null };
    }
  }

  private async post({ messages, schema }: Question, signal: AbortSignal): Promise<Completion> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        model: this.endpoint.model,
        messages,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        stream: false,
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
      }),
      // A prompt goes to the named endpoint and nowhere else.
      redirect: 'error',
      signal,
    });
    const body = await readBounded(response, LONGEST_BODY);
    // What a server says of an error may repeat the prompt, so only its number is told.
    const because = `the endpoint answered HTTP ${response.status}`;
    if (AWAY.has(response.status)) {
      return { type: 'away', because, retryAfterMs: retryAfterMs(response.headers.get('retry-after'), new Date()) };
    }
    if (!response.ok) return { type: 'unanswered', because };
    if (body === null) return { type: 'unanswered', because: `the answer is longer than ${LONGEST_BODY} bytes` };
    return toCompletion(body);
  }
}

/** What `fetch` throws names the reason in its cause. */
function reasonOf(error: unknown): string {
  const cause = fieldOf(error, 'cause') ?? error;
  return String(fieldOf(cause, 'code') ?? fieldOf(cause, 'message') ?? cause);
}

function fieldOf(value: unknown, name: 'cause' | 'code' | 'message'): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : null;
}
