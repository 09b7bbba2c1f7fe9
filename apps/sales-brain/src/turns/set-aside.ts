import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';

/** Failures in a row after which it is found out which fact it is: a passing one is not worth the order. */
const SEARCHED_AFTER = 3;

/**
 * The facts that this process could not take, so that they hold up no others of their conversation: a stop is heard
 * behind a message that makes every turn fail. They are tried on, each alone, when nothing else waits.
 */
export class SetAside {
  private readonly suspected = new Map<string, Suspicion>();

  /** Those to take now of all that wait, in their order. */
  next(conversationId: string, facts: readonly WaitingFact[]): readonly WaitingFact[] {
    const suspicion = this.suspected.get(conversationId);
    if (!suspicion) return facts;
    const others = facts.filter((fact) => !suspicion.aside.has(idOf(fact)));
    if (others.length > 0) return suspicion.isSearching ? others.slice(0, 1) : others;
    const [longestAgo] = suspicion.aside;
    return facts.filter((fact) => idOf(fact) === longestAgo);
  }

  /** These could not be taken, and it is about them. */
  failed(conversationId: string, facts: readonly WaitingFact[]): void {
    const suspicion = this.suspected.get(conversationId) ?? { failures: 0, isSearching: false, aside: new Set() };
    this.suspected.set(conversationId, suspicion);
    suspicion.failures += 1;
    const [only, ...others] = facts;
    if (only === undefined || suspicion.failures < SEARCHED_AFTER) return;
    suspicion.isSearching = others.length > 0;
    if (others.length > 0) return;
    // Those tried longest ago come first.
    suspicion.aside.delete(idOf(only));
    suspicion.aside.add(idOf(only));
  }

  /** These were taken, of all that waited; whether others were left. */
  taken(conversationId: string, facts: readonly WaitingFact[], of: readonly WaitingFact[]): boolean {
    const suspicion = this.suspected.get(conversationId);
    for (const fact of facts) suspicion?.aside.delete(idOf(fact));
    const areLeft = facts.length < of.length;
    if (!areLeft) this.suspected.delete(conversationId);
    return areLeft;
  }
}

interface Suspicion {
  failures: number;
  /** They are taken one by one. */
  isSearching: boolean;
  readonly aside: Set<string>;
}

function idOf(fact: WaitingFact): string {
  switch (fact.type) {
    case 'opening':
      return fact.type;
    case 'message':
      return fact.message._id;
    case 'delivery':
      return fact.letter._id;
    case 'settlement':
      return fact.job.id;
    case 'timer':
      return fact.timer._id;
    case 'command':
      return fact.command._id;
  }
}
