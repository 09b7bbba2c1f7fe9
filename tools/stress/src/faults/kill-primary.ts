import { setTimeout as pause } from 'node:timers/promises';
import type { SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import type { Random } from '../random';
import type { Fault } from './fault';

/** SIGKILL for the primary; it comes back once the others have elected another, or before. */
export function killPrimary(mongodb: SpawnedReplicaSet, random: Random): Fault {
  return {
    name: 'primary killed',
    async strike() {
      const killed = await mongodb.primary();
      const begun = performance.now();
      await mongodb.kill(killed, 'SIGKILL');
      await pause(random.between(500, 4_000));
      await mongodb.restart(killed);
      const next = await mongodb.primary();
      return `node ${killed}; node ${next} is primary ${Math.round(performance.now() - begun)} ms later`;
    },
  };
}
