import type { SignaturePolicy } from '@app/mail-text/extract-reply';
import type { MailKind } from '@app/mail-text/mail-kind';

/** A mail with what a reader should make of it. */
export interface MailCase {
  readonly set: string;
  readonly name: string;
  readonly raw: Buffer;
  readonly signature: SignaturePolicy;
  /** What the sender wrote himself; undefined where only the kind is asked. */
  readonly words: ExpectedWords | undefined;
  /** The kinds that are right; none where the kind is not asked. */
  readonly kinds: readonly MailKind[];
}

export type ExpectedWords =
  /** One of these, but for white space; `spaceless` when they come from HTML, where no two agree on spaces. */
  | { readonly type: 'exact'; readonly texts: readonly string[]; readonly spaceless: boolean }
  /** These phrases and not those. */
  | { readonly type: 'phrases'; readonly present: readonly string[]; readonly absent: readonly string[] };
