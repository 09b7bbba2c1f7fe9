import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';

/** What waits for a conversation, and which words of it were edited before anybody read them. */
export interface EditedFacts {
  readonly facts: readonly WaitingFact[];
  /** Ids of the messages that are no turn of their own: the last edit says what they say by now. */
  readonly outdated: ReadonlySet<string>;
}

/** An edit of what has been read before is a message like any other. */
export function withEdits(facts: readonly WaitingFact[]): EditedFacts {
  const latest = new Map<string, string>();
  for (const fact of facts) {
    const written = wordsIn(fact);
    if (written !== null) latest.set(written.as, written.id);
  }
  const outdated = facts.flatMap((fact) => {
    const written = wordsIn(fact);
    return written !== null && latest.get(written.as) !== written.id ? [written.id] : [];
  });
  return { facts, outdated: new Set(outdated) };
}

/** Which message of a chat somebody wrote or edited; null for whatever else happened. */
function wordsIn(fact: WaitingFact): { readonly id: string; readonly as: string } | null {
  if (fact.type !== 'message' || !fact.message.chat) return null;
  const { _id: id, messageId, chat } = fact.message;
  if (chat.happening.type === 'edited') return { id, as: chat.happening.edits };
  return chat.happening.type === 'wrote' ? { id, as: messageId } : null;
}
