import { sharedReplicaSet } from './shared-replica-set';

/** Stops the replica set of this test run. */
export default async function stopSharedReplicaSet(): Promise<void> {
  await sharedReplicaSet.running?.stop();
}
