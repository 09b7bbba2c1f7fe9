import type { SendMessage } from '@app/domain/send-message';
import type { Language } from '@app/domain/language';
import { fillVariables } from './fill-variables';
import type { MailFacts } from './mail-facts';
import type { Product, ProductFile } from './product';
import { renderMail } from './render-letters';
import { toHtml } from './to-html';
import { type Invitation, writeInvitations } from './write-invitations';

export interface WrittenMail {
  /** `undefined` where the mail keeps the subject of its thread. */
  readonly subject: string | undefined;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Pick<ProductFile, 'name' | 'contentType' | 'sha256'>[];
  readonly invitations: readonly Invitation[];
}

/** Writes the mail an effect asks for: the same for the same facts. Throws `LetterError` for one it cannot write. */
export function writeMail(effect: SendMessage & { readonly key: string }, facts: MailFacts): WrittenMail {
  const { product, contact } = facts;
  const { subject, text } = renderMail(product, effect.letters, contact.language, fillVariables(effect, facts));
  return {
    subject,
    text,
    html: toHtml(text, contact.language),
    attachments: effect.letters.includes('presentation') ? presentation(product, contact.language) : [],
    invitations: writeInvitations(effect, facts),
  };
}

function presentation({ settings, files }: Product, language: Language): WrittenMail['attachments'] {
  const file = files.find(({ name }) => name === settings.presentation[language]);
  return file ? [{ name: file.name, contentType: file.contentType, sha256: file.sha256 }] : [];
}
