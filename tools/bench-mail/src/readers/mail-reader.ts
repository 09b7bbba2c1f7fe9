import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import type { MailKind } from '@app/mail-text/mail-kind';

/** Something that reads a raw mail. */
export type MailReader = (raw: Buffer, signature: SignaturePolicy) => Promise<ReadWords>;

export interface ReadWords {
  readonly text: string;
  /** undefined for readers that name none. */
  readonly kind: MailKind | undefined;
}
