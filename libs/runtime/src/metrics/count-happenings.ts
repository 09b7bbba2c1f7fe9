import { Counter, Histogram, type Registry } from 'prom-client';
import type { DeliveryOutcome } from '@app/domain/delivery';
import { jobEnded } from '@app/persistence/jobs/job-ended';
import { messageStored } from '@app/persistence/messages/message-stored';
import { lettersClaimed } from '@app/persistence/outbox/letters-claimed';
import { lettersSettled } from '@app/persistence/outbox/letters-settled';
import { turnsCommitted } from '@app/persistence/turns/turns-committed';
import { reacted } from '../work/reacted';
import { sweepFound } from '../work/sweep-found';
import { countTurns } from './count-turns';

/** Counts in a registry what happens in this process from now on; gives how to stop. */
export function countHappenings(registry: Registry): () => void {
  const registers = [registry];
  const messagesIn = new Counter({
    name: 'sales_agent_messages_in_total',
    help: 'Messages a gateway offered, by channel, kind and what came of it.',
    labelNames: ['channel', 'kind', 'outcome'],
    registers,
  });
  const messagesOut = new Counter({
    name: 'sales_agent_messages_out_total',
    help: 'Attempts to hand a message over, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const claims = new Counter({
    name: 'sales_agent_claims_total',
    help: 'Messages the claim let leave, or withheld because their recipient said stop.',
    labelNames: ['verdict'],
    registers,
  });
  const sweepFinds = new Counter({
    name: 'sales_agent_sweep_finds_total',
    help: 'Work the safety sweep found that no change had told of; 0 in a healthy system.',
    registers,
  });
  const reactions = new Histogram({
    name: 'sales_agent_reaction_seconds',
    help: 'How long a reactor took for what woke it.',
    labelNames: ['reactor', 'failed'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
    registers,
  });
  const jobs = new Histogram({
    name: 'sales_agent_job_seconds',
    help: 'How long a host worked on a job for the model.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  const stops = [
    messageStored.hear(({ message: { channel, kind }, result }) => messagesIn.inc({ channel, kind, outcome: result })),
    lettersSettled.hear((settlements) => {
      for (const { letter, attempt } of settlements) {
        const { channel } = letter;
        // A series that begins with 1 has not increased, to Prometheus: each begins with 0.
        for (const outcome of OUTCOMES) messagesOut.inc({ channel, outcome }, outcome === attempt.outcome ? 1 : 0);
      }
    }),
    lettersClaimed.hear(({ claimed, withheld }) => {
      claims.inc({ verdict: 'claimed' }, claimed.length);
      claims.inc({ verdict: 'withheld' }, withheld.length);
    }),
    sweepFound.hear(({ count }) => sweepFinds.inc(count)),
    reacted.hear(({ reactor, tookMs, failed }) =>
      reactions.observe({ reactor, failed: String(failed) }, tookMs / 1000),
    ),
    jobEnded.hear(({ kind, outcome, tookMs }) => jobs.observe({ kind, outcome }, tookMs / 1000)),
    turnsCommitted.hear(countTurns(registry)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const OUTCOMES = ['sent', 'retry', 'rejected', 'uncertain', 'withheld'] as const satisfies readonly DeliveryOutcome[];
