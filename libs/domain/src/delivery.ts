/** How an attempt to hand a letter over ended. `withheld`: the recipient's guard refused it. */
export type DeliveryOutcome = 'sent' | 'retry' | 'rejected' | 'uncertain' | 'withheld';

/** What a conversation learns of a letter: a `retry` is the gateway's own business until it ends in one of these. */
export type Settlement =
  | { readonly outcome: 'sent' }
  /** `address`: nobody is reached there, or the chat is closed to us. */
  | { readonly outcome: 'rejected'; readonly because: 'address' | 'content' }
  /** `repeated`: this was already the second time, or a chat, where a repeat would be read twice. */
  | { readonly outcome: 'uncertain'; readonly repeated: boolean }
  | { readonly outcome: 'withheld' };
