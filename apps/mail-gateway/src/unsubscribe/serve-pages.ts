import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProblemPage } from './problem-page.filter';
import { pathOf } from './unsubscribe-link';
import { PAGE_POLICY } from './unsubscribe-page';

/** What mail providers and browsers post is 26 bytes, or a few hundred as multipart/form-data. */
const LARGEST_BODY = '8kb';

/** A reverse proxy of the same network says for whom it asks; nobody else is believed. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': PAGE_POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept-Language',
};

interface HeaderWriter {
  setHeader(name: string, value: string): void;
}

/** Makes an application serve the pages below a public address: its headers, bounded bodies, problems as pages. */
export function servePages(app: NestExpressApplication, publicAddress: string): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', PROXIES);
  app.use((_request: unknown, response: HeaderWriter, next: () => void) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    next();
  });
  // Read, so that whoever sends it hears the answer, and of no meaning: the link alone says what is asked.
  app.useBodyParser('raw', { type: () => true, limit: LARGEST_BODY });
  app.setGlobalPrefix(pathOf(publicAddress));
  app.useGlobalFilters(new ProblemPage());
}
