import type { ClosedSchema } from './closed-schema';

export const JOB_KINDS = ['understand', 'answer', 'offer'] as const;

/** What a model is asked for: to read a message, to draft an answer, to draft an opening letter. */
export type JobKind = (typeof JOB_KINDS)[number];

/** `pending` means "may be started", also while a host works on it: hosts of the first generation know no more. */
export type JobStatus = 'pending' | 'completed' | 'failed';

/** Somebody waits for the interactive ones; bulk are the opening letters. The lower number goes first. */
export const PRIORITIES = { interactive: 0, bulk: 1 } as const;

export type JobPriority = (typeof PRIORITIES)[keyof typeof PRIORITIES];

/** A job as it is asked for. Nothing in it but the text itself says whose it is. */
export interface AskedJob {
  /** Made of the effect's key (`opaqueId`), so that a repeated turn asks once. */
  readonly _id: string;
  readonly kind: JobKind;
  /** Version of the kind's schemas. */
  readonly version: number;
  readonly model: string;
  /** Complete: a host that knows no `schema` needs nothing else. */
  readonly prompt: string;
  /** What the response, parsed as JSON, must be. */
  readonly schema: ClosedSchema;
  /** What the prompt was made of. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly priority: JobPriority;
  /** Jobs of one flow wait for one another, and no longer than their turn for those of others; an opaque hash. */
  readonly flow: string;
  /** The W3C traceparent of what it was asked for in; absent while nobody traces. */
  readonly trace?: string;
}

/** A job as it stands in the collection. Times are the server's, one for each state. */
export interface LlmJob extends AskedJob {
  readonly status: JobStatus;
  readonly response: string | null;
  /** Its place among all flows: every flow has one job in a round. */
  readonly round: number;
  /** How often it was claimed, but for the claims that were released. */
  readonly attempts: number;
  /** Null while no host has it. */
  readonly leaseUntil: Date | null;
  /** The host and its claim; it stays when the lease ends, until another claims. */
  readonly claimedBy: string | null;
  /** The event that made it pointless (`opaqueId`). */
  readonly supersededBy: string | null;
  /** Since when it may be started. */
  readonly pendingAt: Date;
  readonly claimedAt: Date | null;
  readonly heartbeatAt: Date | null;
  readonly completedAt: Date | null;
  readonly failedAt: Date | null;
  /** What the last host that failed with it said. */
  readonly error: string | null;
}

/** What a host gets to work with. `claimedBy` is the fence of all that follows. */
export interface ClaimedJob extends Pick<
  LlmJob,
  '_id' | 'kind' | 'version' | 'model' | 'prompt' | 'schema' | 'attempts' | 'trace'
> {
  readonly claimedBy: string;
}

/** What a host's answer is worth to us: it may have written anything else into the job. */
export type SettledJob =
  | { readonly type: 'completed'; readonly id: string; readonly response: string }
  | { readonly type: 'failed'; readonly id: string };

/** How long a claim holds without a heartbeat: so long after its death a host's jobs go to others. */
export const LEASE_MS = 15_000;

/** How often a host says that it still works on its jobs. */
export const HEARTBEAT_MS = 5_000;

/** So many hosts may fail with a job, or die over it, before it is failed for good. */
export const ATTEMPTS_LIMIT = 3;
