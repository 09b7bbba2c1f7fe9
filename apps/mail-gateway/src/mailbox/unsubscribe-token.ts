/**
 * The conversation's token in the mail that a `List-Unsubscribe: <mailto:…>` of ours asks for (RFC 2369): its subject is
 * `unsubscribe` and the token, bare or as `[#TOKEN]`, and nothing else. Undefined for any other subject.
 */
export function unsubscribeToken(subject: string): string | undefined {
  const found = /^\s*unsubscribe\s+(?:([a-z2-7]{10})|\[#([a-z2-7]{10})\])\s*$/i.exec(subject);
  return (found?.[1] ?? found?.[2])?.toLowerCase();
}
