import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Who this process is, for as long as it runs. */
export class Identity {
  readonly id: string;
  readonly host = hostname();
  readonly pid = process.pid;

  constructor(readonly service: string) {
    this.id = `${service}-${randomUUID().slice(0, 8)}`;
  }
}
