/** A job queue under measurement: its server and one worker whose handler does nothing. */
export interface Queue {
  readonly name: string;
  /** Backlogs it is given: a slow one gets fewer, so that all is done within a minute. */
  readonly rounds: number;
  /** Stores so many jobs while no worker runs. */
  fill(count: number): Promise<void>;
  /** Has the server write down what it still holds back, so that nobody's backlog is paid for by the next round. */
  calm(): Promise<void>;
  /** Starts the worker, and resolves when so many jobs are handled and stored as done. */
  drain(count: number): Promise<void>;
  /** Milliseconds from asking for a job to its handler, one job at a time, the worker idle before each. */
  pickUps(count: number): Promise<readonly number[]>;
  /** User and system time the server's processes have used so far; null where the system does not tell. */
  serverMs(): number | null;
  close(): Promise<void>;
}

/** What each job carries: two thousand characters, as a short prompt has, with nothing in them a server could fold up. */
export const PROMPT = Array.from({ length: 250 }, (_, n) =>
  ((n * 2654435761) % 4294967296).toString(36).padStart(7, 'x'),
).join(' ');

/** Idle time before each pick-up. */
export const IDLE_MS = 20;
