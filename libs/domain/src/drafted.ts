/** A sentence a model wrote, and the passages of the product's knowledge it rests on. */
export interface DraftedSentence {
  readonly text: string;
  /** Ids of passages that were offered, at least one. */
  readonly passages: readonly string[];
}

/** What a model drafted, checked. */
export interface DraftedMail {
  /** False when nothing that was offered answers the question. */
  readonly found: boolean;
  readonly sentences: readonly DraftedSentence[];
}
