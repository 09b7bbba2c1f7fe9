import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

/** Serves one small model as `/v1/chat/completions` on a free port of 127.0.0.1, which it prints. One question at a time. */
const [, , library, modelPath] = process.argv;
const { getLlama, LlamaChatSession, LlamaLogLevel } = await import(pathToFileURL(library).href);

const THREADS = 2;
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  logLevel: LlamaLogLevel.error,
  maxThreads: THREADS,
});
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 2048, threads: THREADS });
const contextSequence = context.getSequence();

let before = Promise.resolve();
const server = createServer((request, response) => {
  before = before.then(() => handle(request, response)).catch((error) => refuse(response, error));
});
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

async function handle(request, response) {
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return response.writeHead(404).end();
  const { messages, response_format: format, temperature, max_tokens: maxTokens } = JSON.parse(await text(request));
  const grammar =
    format?.type === 'json_schema' ? await llama.createGrammarForJsonSchema(format.json_schema.schema) : undefined;
  const session = new LlamaChatSession({ contextSequence, autoDisposeSequence: false });
  session.setChatHistory(messages.slice(0, -1).map(toHistory));
  const { responseText, stopReason } = await session.promptWithMeta(messages.at(-1).content, {
    grammar,
    temperature,
    maxTokens,
  });
  session.dispose();
  const message = { role: 'assistant', content: responseText };
  const choice = { index: 0, message, finish_reason: stopReason === 'maxTokens' ? 'length' : 'stop' };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ object: 'chat.completion', choices: [choice] }));
}

function toHistory({ role, content }) {
  return role === 'assistant' ? { type: 'model', response: [content] } : { type: 'user', text: content };
}

function refuse(response, error) {
  response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: String(error) } }));
}
