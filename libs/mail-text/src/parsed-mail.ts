/** One e-mail as its MIME says it: nothing is interpreted yet, nothing is lost but the transfer encoding. */
export interface ParsedMail {
  readonly from: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string;
  /** Message-IDs always stand in angle brackets. */
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  /** Oldest first, as the header has them. */
  readonly references: readonly string[];
  readonly date: Date | undefined;
  /** Lower-case names; values unfolded but not decoded, in the order of the mail. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly MailAttachment[];
  readonly structure: MailStructure;
}

export interface Mailbox {
  /** In lower case. */
  readonly address: string;
  /** '' when the header gives none. */
  readonly name: string;
}

export interface MailAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly content: Uint8Array;
  /** Shown inside the body (a picture in the HTML), not offered as a file. */
  readonly inline: boolean;
}

/** What the parts of a mail tell about its kind. */
export interface MailStructure {
  /** Of the whole mail, lower case, without parameters. */
  readonly contentType: string;
  /** The `report-type` of a multipart/report (RFC 6522), lower case. */
  readonly reportType: string | undefined;
  /** The METHOD of a text/calendar part that is a body, not a file (RFC 6047), upper case. */
  readonly calendarMethod: string | undefined;
  /** The beginning of that part, a VCALENDAR (RFC 5545). */
  readonly calendar: string | undefined;
  /** The text of message/delivery-status (RFC 3464). */
  readonly deliveryStatus: string | undefined;
  /** Whether a message/disposition-notification stands in it (RFC 8098). */
  readonly dispositionNotification: boolean;
  /** The beginning of the first mail or header block enclosed in this one. */
  readonly enclosedMail: string | undefined;
  /** Whether the words are encrypted, or wrapped in a signature that must be opened first (RFC 8551, 3156). */
  readonly isSealed: boolean;
}
