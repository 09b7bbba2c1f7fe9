/** What the letters of one mail can say. An optional value that is absent or '' leaves no trace in the letter. */
export interface LetterVariables {
  readonly contact: {
    readonly name?: string;
    readonly company?: string;
    /** Products or topics, as one list in words. */
    readonly interests?: string;
  };
  /** Where the address came from and on what ground we write; empty unless the product shows it. */
  readonly consent: { readonly source?: string; readonly ground?: string };
  readonly product: { readonly name: string };
  readonly sender: { readonly name: string; readonly company: string };
  /** The conversation's token, by which a reply finds its conversation. */
  readonly token: string;
  readonly demo: { readonly link: string; readonly login: string };
  /** Who pointed us to this contact; for 'referral-opening'. */
  readonly referrer?: { readonly name?: string; readonly company?: string };
  /** The day we come back, in words of the letter's language; for 'postpone-agreed'. */
  readonly date?: string;
  /** What a model wrote for this contact, in place of what the template says to everybody; for 'opening'. */
  readonly drafted?: string;
  /**
   * The passages found for the contact's question, best first, or the one text a model made of them; for 'answer'. Empty
   * or absent: nothing was found.
   */
  readonly answers?: readonly { readonly heading: string; readonly text: string }[];
  /** What is offered, numbered from 1, in words of the letter's language; for 'demo-slots'. */
  readonly slots?: readonly { readonly number: number; readonly time: string }[];
  /** In words of the letter's language; for 'slot-booked' and 'slot-cancelled'. */
  readonly slot?: string;
  /** The contact's own access code; for 'demo-access'. */
  readonly code?: string;
  /** The operator's own words; for 'operator-reply'. */
  readonly text?: string;
}
