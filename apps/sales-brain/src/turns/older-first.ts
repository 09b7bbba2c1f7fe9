import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';

/** How soon a look for a message that is still being filed is worth it. */
export const FILED_SOON_MS = 5;
/** One that is filed so late holds up nobody: it is taken when it comes. */
const MOST_WAITS = 50;

/** Keeps a conversation from taking a message before an older one of the same sender, which is still being filed. */
export class OlderFirst {
  private readonly waits = new Map<string, number>();

  /** Whether to look again in a moment instead of taking these. */
  isWorthWaiting(conversationId: string, facts: readonly WaitingFact[]): boolean {
    const waited = this.waits.get(conversationId) ?? 0;
    const isPreceded = facts.some((fact) => fact.type === 'message' && fact.isPreceded);
    if (isPreceded && waited < MOST_WAITS) {
      this.waits.set(conversationId, waited + 1);
      return true;
    }
    this.waits.delete(conversationId);
    return false;
  }
}
