import type { ParsedMail } from '@app/mail-text/parsed-mail';

/** Everybody a mail was written to, in lower case, each once: who stands in To first, then in Cc. */
export function recipients({ to, cc }: Pick<ParsedMail, 'to' | 'cc'>): string[] {
  return [...new Set([...to, ...cc].map(({ address }) => address))];
}
