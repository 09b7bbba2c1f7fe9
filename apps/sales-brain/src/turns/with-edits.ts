import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';

/** What waits for a conversation, with the edits that came before their message was read put into it. */
export interface EditedFacts {
  readonly facts: readonly WaitingFact[];
  /** Ids of the messages that are no turn of their own: what they say stands in the message they edit. */
  readonly merged: ReadonlySet<string>;
}

/** An edit of what has been read before is a message like any other. */
export function withEdits(facts: readonly WaitingFact[]): EditedFacts {
  const words = new Map<string, string>();
  const edited = new Set(facts.flatMap((fact) => (fact.type === 'message' ? [fact.message.messageId] : [])));
  const merged = new Set<string>();
  for (const fact of facts) {
    const edits = editedBy(fact);
    if (fact.type !== 'message' || edits === null || !edited.has(edits)) continue;
    words.set(edits, fact.message.text);
    merged.add(fact.message._id);
  }
  return { facts: facts.map((fact) => withWords(fact, words, merged)), merged };
}

function editedBy(fact: WaitingFact): string | null {
  const happening = fact.type === 'message' ? fact.message.chat?.happening : undefined;
  return happening?.type === 'edited' ? happening.edits : null;
}

function withWords(fact: WaitingFact, words: ReadonlyMap<string, string>, merged: ReadonlySet<string>): WaitingFact {
  if (fact.type !== 'message' || merged.has(fact.message._id)) return fact;
  const text = words.get(fact.message.messageId);
  return text === undefined ? fact : { ...fact, message: { ...fact.message, text } };
}
