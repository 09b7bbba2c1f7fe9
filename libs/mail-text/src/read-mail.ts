import { classifyMail } from './classify-mail';
import { externalId } from './external-id';
import { extractReply, type SignaturePolicy } from './extract-reply';
import type { MailKind } from './mail-kind';
import { factsOf, type MailFacts } from './facts/mail-facts';
import { parseMail } from './parse-mail';
import type { Mailbox, ParsedMail } from './parsed-mail';

/** What one mail says, ready to be stored or printed. */
export interface MailReading {
  /** The mail's identity, the same in every mailbox it was delivered to. */
  readonly id: string;
  readonly kind: MailKind;
  /** The sender's own new words; '' when there are none. */
  readonly text: string;
  readonly hasOwnWords: boolean;
  /** Whether the words are encrypted or wrapped in a signature, so that only a mail client with the key shows them. */
  readonly isSealed: boolean;
  readonly quotedText: string;
  /** A letter that is passed on without a word of the sender's; '' when there are own words. */
  readonly forwardedText: string;
  readonly signature: string;
  /** What a machine's mail tells: until when somebody is away, which letter bounced, how an invitation was answered. */
  readonly facts: MailFacts;
  readonly from: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly date: Date | undefined;
  readonly attachments: readonly AttachmentSummary[];
}

export interface AttachmentSummary {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Reads a raw RFC 5322 message. Throws MailUnreadableError when its MIME cannot be parsed at all. */
export async function readMail(
  raw: Uint8Array,
  options: { readonly signature: SignaturePolicy },
): Promise<MailReading> {
  return readParsedMail(await parseMail(raw), options);
}

/** The same for a mail that is parsed already. */
export function readParsedMail(mail: ParsedMail, options: { readonly signature: SignaturePolicy }): MailReading {
  const reply = extractReply(mail, options);
  const kind = classifyMail(mail, reply.text);
  return {
    id: externalId(mail),
    kind,
    ...reply,
    isSealed: mail.structure.isSealed,
    facts: factsOf(mail, kind, reply.text),
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    date: mail.date,
    attachments: mail.attachments.map(({ name, contentType, size }) => ({ name, contentType, size })),
  };
}
