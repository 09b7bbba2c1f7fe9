import { cpus } from 'node:os';

/** The machine a figure was measured on; a figure says little without it. */
export interface Machine {
  readonly cpus: number;
  readonly cpu: string;
  readonly node: string;
  readonly mongod: string;
  readonly date: string;
}

export function machine(mongod: string): Machine {
  const [first] = cpus();
  return {
    cpus: cpus().length,
    cpu: first?.model.trim() ?? 'unknown',
    node: process.version,
    mongod,
    date: new Date().toISOString(),
  };
}
