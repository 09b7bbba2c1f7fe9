import { startReplicaSet } from '../../tools/peers/src/mongo/resolve-replica-set';
import { SHARED_REPLICA_SET_URI, sharedReplicaSet } from './shared-replica-set';

/** Starts the one replica set that all specs of a run share; each of them has a database of its own in it. */
export default async function startSharedReplicaSet(): Promise<void> {
  const replicaSet = await startReplicaSet({ report: () => undefined });
  process.env[SHARED_REPLICA_SET_URI] = replicaSet.uri;
  sharedReplicaSet.running = replicaSet;
}
