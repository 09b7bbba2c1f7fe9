import type { Collection } from 'mongodb';
import type { AskedJob, LlmJob } from '@app/llm-jobs/job';
import { CLAIM_ORDER, FLOW_ORDER, WAITING } from './job.queries';

/**
 * The round each of these jobs waits in: the one after its flow's last, or, for a flow of which nothing waits, the one
 * that is served now. Rounds are claimed in their order, so flows take turns whatever length each has. Read outside any
 * transaction: two who ask at the same moment share a round, and the older job goes first.
 */
export async function roundsOf(jobs: Collection<LlmJob>, asked: readonly AskedJob[]): Promise<readonly number[]> {
  const lines = new Map(asked.map((job) => [lineOf(job), job]));
  const nextFree = new Map(
    await Promise.all([...lines].map(async ([line, job]) => [line, await nextRound(jobs, job)] as const)),
  );
  return asked.map((job) => {
    const line = lineOf(job);
    const round = nextFree.get(line) ?? 0;
    nextFree.set(line, round + 1);
    return round;
  });
}

function lineOf({ flow, priority }: AskedJob): string {
  return `${priority}:${flow}`;
}

async function nextRound(jobs: Collection<LlmJob>, { flow, priority }: AskedJob): Promise<number> {
  const [last, served] = await Promise.all([
    jobs.findOne({ ...WAITING, flow, priority }, { sort: FLOW_ORDER, projection: { round: 1 } }),
    jobs.findOne({ ...WAITING, priority }, { sort: CLAIM_ORDER, projection: { round: 1 } }),
  ]);
  return last ? wholeOf(last.round) + 1 : wholeOf(served?.round);
}

/** A host may have written anything there. */
function wholeOf(round: unknown): number {
  return Number.isSafeInteger(round) ? Number(round) : 0;
}
