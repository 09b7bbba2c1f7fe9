/** What the letters of one mail can say. An optional value that is absent leaves no trace in the letter. */
export interface LetterVariables {
  readonly contact: { readonly name?: string; readonly company?: string };
  readonly product: { readonly name: string };
  readonly sender: { readonly name: string; readonly company: string };
  /** The conversation's token, by which a reply finds its conversation. */
  readonly token: string;
  readonly demo: { readonly link: string; readonly login: string; readonly password: string };
  /** Who pointed us to this contact; for 'referral-opening'. */
  readonly referrer?: { readonly name?: string; readonly company?: string };
  /** The day we come back, in words of the letter's language; for 'postpone-agreed'. */
  readonly date?: string;
  /** The passages found for the contact's question, best first; for 'answer'. Empty or absent: nothing was found. */
  readonly answers?: readonly { readonly heading: string; readonly text: string }[];
  /** The operator's own words; for 'operator-reply'. */
  readonly text?: string;
}
