/** The words by which mail clients and their users frame a reply in one language. All in lower case. */
export interface LanguageWords {
  /** Names of header lines as clients write them above a quoted mail. */
  readonly headers: Readonly<Record<HeaderKind, readonly string[]>>;
  /** "wrote", as it stands at the end, in the middle or at the start of the line above a quote. */
  readonly wrote: readonly string[];
  /** What such a line can begin with, besides a digit or a weekday: "on", "am", "le". */
  readonly openers: readonly string[];
  /** Beginnings of the weekdays' names, as clients abbreviate them. */
  readonly weekdays: readonly string[];
  /** The words in "----- Original Message -----" and its like, without the dashes. */
  readonly separators: readonly string[];
  /** Phrases of "please write above this line". */
  readonly replyMarkers: readonly string[];
  /** Closings before a name; each stands at the start of a line. */
  readonly signOffs: readonly string[];
  /** Thanks that close a letter only when a name follows and something was said above. */
  readonly thanks: readonly string[];
  /** Beginnings of the line a device or an app adds, such as "sent from my". */
  readonly deviceLines: readonly string[];
  /** Phrases of confidentiality notices and list footers that hardly anybody writes himself. */
  readonly footers: readonly string[];
  /** Words of such notices that are the sender's own as often; one of them alone tells nothing. */
  readonly footerHints: readonly string[];
  /** Phrases of antivirus notes, which nobody writes himself. */
  readonly antivirus: readonly string[];
  /** Phrases of the warnings that mail servers put above a letter from outside. */
  readonly banners: readonly string[];
  /** The same as a line of its own, without brackets and other signs. */
  readonly bannerTags: readonly string[];
  /** Pronouns and particles that stand in sentences, hardly ever in signatures. */
  readonly sentenceWords: readonly string[];
}

export type HeaderKind = 'from' | 'date' | 'to' | 'subject' | 'other';
