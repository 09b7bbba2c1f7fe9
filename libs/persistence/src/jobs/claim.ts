import { randomUUID } from 'node:crypto';
import type { Collection } from 'mongodb';
import { LEASE_MS, type ClaimedJob, type LlmJob } from '@app/llm-jobs/job';
import { CLAIM_ORDER, WAITING } from './job.queries';

/** Takes at most so many waiting jobs for a lease; fewer only when no more wait. */
export async function claim(jobs: Collection<LlmJob>, by: string, atMost: number): Promise<readonly ClaimedJob[]> {
  const claimId = `${by}:${randomUUID()}`;
  if (atMost === 1) {
    const options = { sort: CLAIM_ORDER, projection: TO_WORK_WITH, returnDocument: 'after', ...LOCAL } as const;
    const job = await jobs.findOneAndUpdate(WAITING, leaseTo(claimId), options);
    return job ? [toClaimed(job, claimId)] : [];
  }
  const claimed: ClaimedJob[] = [];
  while (claimed.length < atMost) {
    const found = await nextOf(jobs, atMost - claimed.length);
    if (found.length === 0) break;
    claimed.push(...(await take(jobs, found, claimId)));
  }
  return claimed;
}

/** Not waited for by a majority: the settlement is, and it names the claim. */
const LOCAL = { writeConcern: { w: 1 } } as const;

const TO_WORK_WITH = { kind: 1, version: 1, model: 1, prompt: 1, schema: 1, attempts: 1, trace: 1 } as const;

type Found = Omit<ClaimedJob, 'claimedBy'>;

function leaseTo(claimId: string) {
  return [
    {
      $set: {
        claimedBy: { $literal: claimId },
        claimedAt: '$$NOW',
        heartbeatAt: '$$NOW',
        leaseUntil: { $add: ['$$NOW', LEASE_MS] },
        attempts: { $add: ['$attempts', 1] },
      },
    },
  ];
}

function nextOf(jobs: Collection<LlmJob>, atMost: number): Promise<Found[]> {
  return jobs.find<Found>(WAITING, { projection: TO_WORK_WITH }).sort(CLAIM_ORDER).limit(atMost).toArray();
}

/** Of what was found, what no other host was faster to claim. */
async function take(jobs: Collection<LlmJob>, found: readonly Found[], claimId: string): Promise<ClaimedJob[]> {
  const ids = found.map(({ _id }) => _id);
  const { modifiedCount } = await jobs.updateMany({ _id: { $in: ids }, ...WAITING }, leaseTo(claimId), LOCAL);
  if (modifiedCount === found.length) {
    return found.map((job) => toClaimed({ ...job, attempts: job.attempts + 1 }, claimId));
  }
  if (modifiedCount === 0) return [];
  const taken = await jobs
    .find<Found>({ _id: { $in: ids }, claimedBy: claimId }, { projection: TO_WORK_WITH })
    .toArray();
  return taken.map((job) => toClaimed(job, claimId));
}

function toClaimed(job: Found, claimedBy: string): ClaimedJob {
  const { _id, kind, version, model, prompt, schema, attempts, trace } = job;
  return { _id, kind, version, model, prompt, schema, attempts, claimedBy, ...(trace === undefined ? {} : { trace }) };
}
