import type { AskModel, Effect } from '@app/domain/effect';
import type { AskedJob } from '@app/llm-jobs/job';

export type Asking = AskModel & Pick<Effect, 'key'>;

/** What the turns of one commit ask a model for, and what they take back: at most one thing is asked for in the end. */
export class ModelDraft {
  asking: Asking | null = null;
  private readonly jobs: AskedJob[] = [];
  private readonly stopped = new Set<string>();

  ask(effect: Asking): void {
    this.asking = effect;
  }

  /** What this very commit asked for was never stored. */
  stopAsking(jobId: string): void {
    if (this.asking?.key === jobId) this.asking = null;
    else this.stopped.add(jobId);
  }

  add(job: AskedJob): void {
    this.jobs.push(job);
  }

  get writes(): { readonly jobs: readonly AskedJob[]; readonly superseded: readonly string[] } {
    return { jobs: this.jobs, superseded: [...this.stopped] };
  }

  /** Whether a deadline set before this commit is over. */
  get hasStopped(): boolean {
    return this.stopped.size > 0;
  }
}
