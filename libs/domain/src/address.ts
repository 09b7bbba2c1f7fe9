/** The channels a contact can be reached on. */
export type Channel = 'email' | 'telegram';

/**
 * An address names its channel by its form: `anna@example.com` (lower case) is e-mail, `@anna_buyer` (lower case) a
 * Telegram user name.
 */
export function channelOf(address: string): Channel {
  return address.startsWith('@') ? 'telegram' : 'email';
}
