/** How an attempt to hand a letter over ended. `withheld`: the recipient's guard refused it. */
export type DeliveryOutcome = 'sent' | 'retry' | 'rejected' | 'uncertain' | 'withheld';

/** What a conversation learns of a letter: a `retry` is the gateway's own business until it ends in one of these. */
export type Settlement =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'rejected'; readonly because: 'address' | 'content' }
  /** The chat is closed to us; `elsewhere`: whether the contact can be written to on another channel. */
  | { readonly outcome: 'rejected'; readonly because: 'chat'; readonly elsewhere: boolean }
  /** `repeated`: this was already the second time, or a chat, where a repeat would be read twice. */
  | { readonly outcome: 'uncertain'; readonly repeated: boolean }
  | { readonly outcome: 'withheld' };
