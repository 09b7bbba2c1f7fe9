import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { timeout, type Observable } from 'rxjs';

/** Below the patience of mail providers, and of whoever looks at the page. */
const WITHIN_MS = 4_000;

/** Gives up on a request whose answer takes too long: a database that is away may take half a minute to say so. */
@Injectable()
export class AnswerInTime implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(timeout(WITHIN_MS));
  }
}
