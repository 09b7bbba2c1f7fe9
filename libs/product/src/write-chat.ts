import type { SendMessage } from '@app/domain/send-message';
import { chatButtons, type ChoiceButton } from './chat-buttons';
import { fillVariables } from './fill-variables';
import type { MailFacts } from './mail-facts';
import type { Product, ProductFile } from './product';
import { presentationFor } from './presentation-for';
import { renderChat } from './render-letters';
import { writeInvitations, type Invitation } from './write-invitations';

export interface WrittenChat {
  /** Plain: whoever hands it over splits and escapes it. */
  readonly text: string;
  readonly buttons: readonly (readonly ChoiceButton[])[];
  readonly attachments: readonly Pick<ProductFile, 'name' | 'contentType' | 'sha256'>[];
  readonly invitations: readonly Invitation[];
}

/** Writes what an effect asks for as a message of a chat: the same for the same facts. Throws `LetterError`. */
export function writeChat(effect: SendMessage & { readonly key: string }, facts: MailFacts): WrittenChat {
  const { product, contact } = facts;
  return {
    text: renderChat(product, effect.letters, contact.language, fillVariables(effect, facts)),
    buttons: chatButtons(effect, facts),
    attachments: attachmentsOf(effect, product, facts),
    // Buttons offer the times; a calendar is of use once one of them is booked or called off.
    invitations: effect.slot ? writeInvitations(effect, facts) : [],
  };
}

function attachmentsOf({ letters }: SendMessage, product: Product, { contact }: MailFacts): WrittenChat['attachments'] {
  return letters.includes('presentation') ? presentationFor(product, contact.language) : [];
}
