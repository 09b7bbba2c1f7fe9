import type { BenchInstallation } from '../installation';
import type { Pipeline } from './pipeline';

/** The running brain: what is stored wakes it. */
export function ourPipeline({ db, brain }: BenchInstallation): Pipeline {
  return {
    db,
    pid: brain.pid,
    announce: () => Promise.resolve(),
    answered: () => db.outbox.estimatedDocumentCount(),
  };
}
