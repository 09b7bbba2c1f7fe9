const opened = new Set<string>();

/** Access tokens come anew every hour; those of the last days are enough. */
const MOST_REMEMBERED = 1_000;

/** Remembers a secret this process has opened, so that whatever it writes about itself can leave it out. */
export function rememberSecret(secret: string): string {
  opened.delete(secret);
  opened.add(secret);
  for (const oldest of opened) {
    if (opened.size <= MOST_REMEMBERED) break;
    opened.delete(oldest);
  }
  return secret;
}

/** The newest last. */
export function openedSecrets(): ReadonlySet<string> {
  return opened;
}
