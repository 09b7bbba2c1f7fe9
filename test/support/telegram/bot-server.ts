import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiObject } from './api-object';
import type { BotMethod } from './bot-methods';
import { BotRefusal, tooManyRequests } from './bot-refusal';
import { readParameters, type CallParameters } from './call-parameters';
import type { BotCall, TelegramFault } from './emulator';
import type { TelegramWorld } from './telegram-world';

/** What a call is answered with: status, and body. */
interface Answer {
  readonly code: number;
  readonly body: ApiObject;
}

const CALL = /^\/bot(?<token>[^/]+)\/(?<method>\w+)$/;
const FILE = /^\/file\/bot(?<token>[^/]+)\/(?<path>.+)$/;

/** The HTTP side of the Bot API (https://core.telegram.org/bots/api#making-requests). */
export class BotServer {
  readonly http: Server;
  readonly calls: BotCall[] = [];

  constructor(
    private readonly world: TelegramWorld,
    private readonly methods: ReadonlyMap<string, BotMethod>,
  ) {
    this.http = createServer((request, response) => {
      void this.handle(request, response).catch(() => response.destroy());
    });
  }

  /** Carries out a call and notes it. */
  async carryOut(method: string, call: CallParameters, gone: AbortSignal): Promise<Answer> {
    const answer = await this.answerTo(method, call, gone);
    this.note(method, call, answer.code);
    return answer;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    // Clients are free to write the colon of the token as %3A.
    const path = decodeURIComponent(url.pathname);
    const file = FILE.exec(path)?.groups;
    if (file !== undefined) {
      this.download(file, response);
      return;
    }
    const asked = CALL.exec(path)?.groups;
    if (asked?.['token'] !== this.world.bot.token) {
      reply(response, asked === undefined ? refused(NOT_FOUND) : refused(UNAUTHORIZED));
      return;
    }
    const method = this.nameOf(asked['method'] ?? '');
    const call = await readParameters(request, url.searchParams).catch(refusalOf);
    if (call instanceof BotRefusal) reply(response, refused(call));
    else await this.meet(method, call, response);
  }

  private async meet(method: string, call: CallParameters, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    const fault = this.world.faults.take(method, call.text('chat_id'));
    if (fault === null) reply(response, await this.carryOut(method, call, gone.signal));
    else await this.fail(fault, method, call, response);
  }

  private async fail(fault: TelegramFault, method: string, call: CallParameters, response: ServerResponse) {
    switch (fault.type) {
      case 'flood':
      case 'error': {
        const refusal =
          fault.type === 'flood' ? tooManyRequests(fault.retryAfter) : new BotRefusal(fault.code, fault.description);
        this.note(method, call, refusal.code);
        reply(response, refused(refusal));
        return;
      }
      case 'no-json':
        this.note(method, call, fault.status);
        response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Try again</h1>');
        return;
      case 'hang':
        this.note(method, call, null);
        this.world.faults.hold(() => response.destroy());
        return;
      case 'cut':
        if (fault.when === 'after') await this.answerTo(method, call, new AbortController().signal);
        this.note(method, call, null);
        response.destroy();
        return;
      default:
        fault satisfies never;
    }
  }

  private async answerTo(method: string, call: CallParameters, gone: AbortSignal): Promise<Answer> {
    const carryOut = this.methods.get(method);
    if (carryOut === undefined) return refused(NOT_FOUND);
    try {
      return { code: 200, body: { ok: true, result: await carryOut(call, gone) } };
    } catch (error) {
      return refused(refusalOf(error));
    }
  }

  /** Names are taken in any case. */
  private nameOf(asked: string): string {
    return [...this.methods.keys()].find((name) => name.toLowerCase() === asked.toLowerCase()) ?? asked;
  }

  private download({ token, path }: Readonly<Record<string, string>>, response: ServerResponse): void {
    const file = token === this.world.bot.token ? this.world.files.at(path ?? '') : null;
    if (file === null) reply(response, refused(NOT_FOUND));
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
  }

  private note(method: string, call: CallParameters, code: number | null): void {
    if (method !== 'getUpdates') this.calls.push({ method, parameters: call.shown, code });
  }
}

const NOT_FOUND = new BotRefusal(404, 'Not Found');
const UNAUTHORIZED = new BotRefusal(401, 'Unauthorized');

function refusalOf(error: unknown): BotRefusal {
  if (error instanceof BotRefusal) return error;
  throw error;
}

function refused({ code, description, parameters }: BotRefusal): Answer {
  return { code, body: { ok: false, error_code: code, description, ...(parameters !== null && { parameters }) } };
}

function reply(response: ServerResponse, { code, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(code, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
