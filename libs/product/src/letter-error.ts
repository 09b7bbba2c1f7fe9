/** A letter was asked for that cannot be written as asked: a bug of the caller, not of the product. */
export class LetterError extends Error {
  constructor(
    readonly code: 'no-letter' | 'operator-reply-not-alone' | 'variable-missing',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LetterError';
  }
}
