/** No access token is to be had, so nobody can log in: `refused` until the operator does something, or `unavailable` now. */
export class NoAccessToken extends Error {
  readonly code = 'NO_ACCESS_TOKEN';
  constructor(
    readonly because: 'refused' | 'unavailable',
    message: string,
  ) {
    super(message);
  }
}
