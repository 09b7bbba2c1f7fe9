/** Under which the pages lie. */
export const PAGES = 'u';

/** Where the recipient of one letter unsubscribes. Its Message-ID holds 128 random bits, so nobody guesses another's. */
export function unsubscribeLink(publicAddress: string, messageId: string): string {
  const token = Buffer.from(messageId.slice(1, -1)).toString('base64url');
  return `${new URL(publicAddress).origin}${pathOf(publicAddress)}/${PAGES}/${token}`;
}

/** The Message-ID a link names; of what is no such link, one that no letter has. */
export function messageIdIn(token: string): string {
  return `<${Buffer.from(token, 'base64url').toString()}>`;
}

/** The path of the public address, without a slash at its end: '' where it has none. */
export function pathOf(publicAddress: string): string {
  return new URL(publicAddress).pathname.replace(/\/+$/, '');
}
