import { SpanKind, type Span } from '@opentelemetry/api';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import { beginSpan, traceOf, type Traced } from '@app/persistence/tracing/trace';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';

/** Begins the span of a commit: it goes on with the trace of what is taken first, and names the others. */
export function beginTurns(conversation: string, facts: readonly WaitingFact[]): Span {
  const attributes = { conversation, facts: facts.map(({ type }) => type) };
  return beginSpan('take turns', { kind: SpanKind.CONSUMER, attributes, after: facts.map(tracedBy) });
}

/** The commit with all that goes on elsewhere marked as the span's. */
export function traced(commit: TurnCommit, span: Span): TurnCommit {
  const mark = traceOf(span);
  if (mark.trace === undefined) return commit;
  const letters = commit.writes.letters.map((letter) => ({ ...letter, ...mark }));
  return {
    ...commit,
    turns: commit.turns.map((turn) => ({ ...turn, ...mark })),
    writes: { ...commit.writes, letters, jobs: commit.writes.jobs.map((job) => ({ ...job, ...mark })) },
  };
}

function tracedBy(fact: WaitingFact): Traced {
  switch (fact.type) {
    case 'message':
      return fact.message;
    case 'delivery':
      return fact.letter;
    case 'opening':
    case 'timer':
    case 'command':
    case 'settlement':
      return {};
    default:
      return fact satisfies never;
  }
}
