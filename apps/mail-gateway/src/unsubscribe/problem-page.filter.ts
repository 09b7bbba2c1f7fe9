import { Catch, HttpException, HttpStatus, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorWords } from '@app/runtime/error-words';
import { languageOf, type PageRequest } from './page-request';
import { unsubscribePage } from './unsubscribe-page';

/** What is told of an answer. */
interface PageResponse {
  setHeader(name: string, value: string): void;
  status(code: number): { send(page: string): void };
}

/** What cannot be done is said on a page: that a link is unknown in one way for all, and never that it worked. */
@Catch()
export class ProblemPage implements ExceptionFilter {
  private readonly logger = new Logger('unsubscribe');

  catch(problem: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<PageResponse>();
    const language = languageOf(http.getRequest<PageRequest>());
    const name = pageAbout(problem);
    if (name === 'later') {
      const said = errorWords(problem);
      this.logger.warn(`Somebody could not unsubscribe now, and was told to try again: ${said}`);
    }
    if (name === 'later' || name === 'too-many') response.setHeader('Retry-After', '60');
    response.status(STATUS_OF_PAGE[name]).send(unsubscribePage(name, language));
  }
}

const STATUS_OF_PAGE = {
  unknown: HttpStatus.NOT_FOUND,
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
  'too-many': HttpStatus.TOO_MANY_REQUESTS,
  later: HttpStatus.SERVICE_UNAVAILABLE,
} as const;

function pageAbout(problem: unknown): keyof typeof STATUS_OF_PAGE {
  switch (statusOf(problem)) {
    case HttpStatus.BAD_REQUEST:
    case HttpStatus.NOT_FOUND:
      return 'unknown';
    case HttpStatus.PAYLOAD_TOO_LARGE:
      return 'too-large';
    case HttpStatus.TOO_MANY_REQUESTS:
      return 'too-many';
    default:
      return 'later';
  }
}

/** Nest's own exceptions have one, and so do those of the reader of bodies. */
function statusOf(problem: unknown): unknown {
  if (problem instanceof HttpException) return problem.getStatus();
  return problem instanceof Error && 'status' in problem ? problem.status : undefined;
}
