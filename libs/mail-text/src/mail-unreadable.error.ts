/** The MIME parser gave up on a mail; the mail itself is untouched and can be looked at by a person. */
export class MailUnreadableError extends Error {
  readonly code = 'MAIL_UNREADABLE';

  constructor(
    readonly size: number,
    cause: unknown,
  ) {
    super(`A mail of ${size} bytes cannot be parsed as MIME; open it in a mail client and file it by hand.`, { cause });
  }
}
