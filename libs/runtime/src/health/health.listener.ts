import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  HttpException,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CommonSettings } from '../config/common-settings';
import { errorWords } from '../error-words';
import { listen } from '../http/listen';
import { Metrics } from '../metrics/metrics';
import { Readiness } from './readiness';

const MOST_CONNECTIONS = 50;
const REQUEST_LIMIT_MS = 10_000;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Serves `/health/live`, `/health/ready` and `/metrics` at HEALTH_PORT, a port of its own: what contacts may reach must
 * not tell how many there are. Bound before the work begins; a service that cannot have the port does not start.
 */
@Injectable()
export class HealthListener implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(HealthListener.name);
  private server: Server | undefined;
  private isStopping = false;

  constructor(
    private readonly settings: CommonSettings,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  async onModuleInit(): Promise<void> {
    const { healthPort, healthHost } = this.settings;
    if (healthPort === 0) return;
    const options = { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: REQUEST_LIMIT_MS, keepAliveTimeout: 1_000 };
    this.server = createServer(options, (request, response) => void this.serve(request, response));
    this.server.maxConnections = MOST_CONNECTIONS;
    await listen(this.server, healthPort, healthHost, { port: 'HEALTH_PORT', host: 'HEALTH_HOST' });
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async serve({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.answer(method ?? '', url ?? '').catch((error: unknown) => {
      this.logger.warn(`${url ?? ''} could not be answered: ${errorWords(error)}`);
      return text(500, 'This could not be answered; the log says why.');
    });
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(method === 'HEAD' ? undefined : body);
  }

  private async answer(method: string, url: string): Promise<Answer> {
    if (method !== 'GET' && method !== 'HEAD') return text(405, 'Only GET is answered.');
    switch (url.split('?', 1)[0]) {
      case '/health/live':
        return json(200, { status: 'ok' });
      case '/health/ready':
        return this.ready();
      case '/metrics':
        return { status: 200, type: this.metrics.contentType, body: await this.metrics.text() };
      default:
        return text(404, 'There is /health/live, /health/ready and /metrics.');
    }
  }

  private async ready(): Promise<Answer> {
    if (this.isStopping) return json(503, { status: 'shutting_down' });
    try {
      return json(200, await this.readiness.check());
    } catch (error) {
      if (error instanceof HttpException) return json(error.getStatus(), error.getResponse());
      throw error;
    }
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(body)}\n` };
}

function text(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${body}\n` };
}
