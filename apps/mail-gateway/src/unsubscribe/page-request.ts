import type { Language } from '@app/domain/language';

/** What is asked of a request to a page. */
export interface PageRequest {
  /** Which of these the reader likes best (RFC 9110, section 12.5.4); the first where any will do. */
  acceptsLanguages(...languages: string[]): string | false;
}

/** English for who reads neither. */
export function languageOf(request: PageRequest): Language {
  return request.acceptsLanguages('en', 'ru') === 'ru' ? 'ru' : 'en';
}
