import { createHash, randomBytes } from 'node:crypto';
import type { TelegramLink } from './link.schema';

/** A link as it is given away, and as it is stored. */
export interface StartLink {
  readonly url: string;
  readonly stored: TelegramLink;
}

interface LinkFacts {
  readonly contactId: string;
  /** Without @. */
  readonly bot: string;
  /** How many days it joins somebody; 0 for ever. */
  readonly days: number;
  /** Business time. */
  readonly now: Date;
}

/** 128 random bits: 22 characters of those Telegram allows, which are at most 64. */
const TOKEN_BYTES = 16;

/** Makes a link to the bot whose Start joins this contact: `https://t.me/<bot>?start=<token>`. */
export function newStartLink({ contactId, bot, days, now }: LinkFacts): StartLink {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = days === 0 ? null : new Date(now.getTime() + days * 86_400_000);
  return {
    url: `https://t.me/${bot}?start=${token}`,
    stored: { _id: linkId(token), contactId, createdAt: now, expiresAt, joinedBy: null },
  };
}

/** Under which id the link of a token is stored. */
export function linkId(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
