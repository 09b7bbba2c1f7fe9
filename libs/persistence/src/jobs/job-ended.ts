import type { JobKind } from '@app/llm-jobs/job';
import { happening } from '../happening';

export interface EndedJob {
  readonly id: string;
  readonly kind: JobKind;
  /** `failed`: here; another host may try it. `released`: given back as if it had never been claimed. */
  readonly outcome: 'completed' | 'too-late' | 'failed' | 'released';
  /** Of the host at it. */
  readonly tookMs: number;
}

/** A host's work on a job has ended. */
export const jobEnded = happening<EndedJob>('job-ended');
