/** The Message-ID of a mail in angle brackets; '' when it has none. */
export function messageIdOf(raw: Buffer): string {
  return /^Message-ID:\s*(<[^>]+>)/im.exec(raw.subarray(0, MOST_OF_A_HEADER).toString('latin1'))?.[1] ?? '';
}

const MOST_OF_A_HEADER = 8_192;
