import type { Completion } from './completion';

/** Reads the body of a successful answer of `/v1/chat/completions`. */
export function toCompletion(body: string): Completion {
  const choice = firstChoice(parse(body));
  if (choice === undefined) return { type: 'unanswered', because: 'the endpoint sent what is no chat completion' };
  const { finish_reason: finishReason, message } = choice;
  if (finishReason === 'length') return { type: 'cut' };
  const content = isRecord(message) ? message['content'] : undefined;
  // Servers name the natural end differently, and some leave it out; the answer's form is checked by its schema.
  if (typeof content === 'string' && content !== '') return { type: 'answered', text: content };
  return { type: 'unanswered', because: 'the endpoint sent an answer without text' };
}

function firstChoice(body: unknown): Readonly<Record<string, unknown>> | undefined {
  const choices = isRecord(body) ? body['choices'] : undefined;
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  return isRecord(first) ? first : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
