import { badRequest } from './bot-refusal';

/** The callback queries, and what the bot answered to them. */
export class PressedButtons {
  private readonly answers = new Map<string, { readonly text: string } | null>();

  /** The id of a new query. */
  add(): string {
    const id = String(4_400_000_000_000_000_000n + BigInt(this.answers.size));
    this.answers.set(id, null);
    return id;
  }

  /** Throws `BotRefusal` for a query there is not. */
  answer(id: string, text: string): void {
    if (!this.answers.has(id)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    this.answers.set(id, { text });
  }

  answerTo(id: string): { readonly text: string } | null {
    return this.answers.get(id) ?? null;
  }
}
