import { Counter, type Registry } from 'prom-client';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';
import type { Turn } from '@app/persistence/turns/turn.schema';

/** Counts what commits hold: turns, stops, what fell back, and what the operator is told of. */
export function countTurns(registry: Registry): (commit: TurnCommit) => void {
  const registers = [registry];
  const turns = new Counter({
    name: 'sales_agent_turns_total',
    help: 'Turns taken, by event and decision.',
    labelNames: ['event', 'decision'],
    registers,
  });
  const optOuts = new Counter({
    name: 'sales_agent_opt_outs_total',
    help: 'Suppressions, by reason.',
    labelNames: ['because'],
    registers,
  });
  const fallbacks = new Counter({
    name: 'sales_agent_fallbacks_total',
    help: 'Turns in which what should have read or written a message could not, by event.',
    labelNames: ['event'],
    registers,
  });
  const told = new Counter({
    name: 'sales_agent_operator_told_total',
    help: 'Things the operator is told of, by what they are about.',
    labelNames: ['about'],
    registers,
  });
  return (commit) => {
    for (const { because } of commit.writes.suppressions) optOuts.inc({ because });
    for (const turn of commit.turns) {
      const event = turn.event.type;
      turns.inc({ event, decision: turn.decision });
      if (FALLBACKS.has(event)) fallbacks.inc({ event });
      for (const about of toldOf(turn)) told.inc({ about });
    }
  };
}

const FALLBACKS: ReadonlySet<Turn['event']['type']> = new Set<Turn['event']['type']>([
  'readingFailed',
  'modelFailed',
  'modelAnswerRejected',
]);

function toldOf({ effects }: Turn): string[] {
  return effects.flatMap((effect) => (effect.type === 'tellOperator' ? [effect.about] : []));
}
