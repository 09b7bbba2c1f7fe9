/** One line of a mail's body, with what the sender's client said about it. */
export interface BodyLine {
  /** Without line end, trailing space and invisible characters. */
  readonly text: string;
  readonly mark: BodyMark | undefined;
}

/**
 * `quote` and `signature` stand in such a container of the HTML, `frame` in the one above a quote or above a letter that
 * is passed on; with `history` begins what the client put below the answer, to the end of the mail.
 */
export type BodyMark = 'quote' | 'frame' | 'signature' | 'history';

/** A text without what cannot be seen: soft hyphens, zero-width spaces, byte order and direction marks. */
export function visible(text: string): string {
  // Joiners stay: emoji are made of them.
  return text.replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '').replace(/\u00A0/g, ' ');
}
