import type { SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { commandTo } from './command-to';
import type { Fault } from './fault';

/** The primary is told to let another node take over, as the operator does before an upgrade. */
export function stepDown(mongodb: SpawnedReplicaSet): Fault {
  return {
    name: 'primary stepped down',
    async strike() {
      const before = await mongodb.primary();
      const begun = performance.now();
      await commandTo(mongodb.uriOf(before), { replSetStepDown: AWAY_S, secondaryCatchUpPeriodSecs: 2, force: true });
      const after = await mongodb.primary();
      return `node ${before}; node ${after} after ${Math.round(performance.now() - begun)} ms`;
    },
  };
}

/** For so long it does not stand for election again. */
const AWAY_S = 5;
