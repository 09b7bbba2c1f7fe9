import type { Contact } from '../contacts/contact.schema';
import type { InboundMessage } from './message.schema';

/** A message nobody has filed, with the letters it answers or returns and who they went to. */
export interface MessageToFile {
  readonly message: InboundMessage;
  readonly letters: readonly { readonly messageId: string; readonly contactId: string }[];
  readonly contacts: readonly Contact[];
}
