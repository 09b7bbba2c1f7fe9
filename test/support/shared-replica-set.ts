import type { RunningReplicaSet } from '../../tools/peers/src/mongo/running-replica-set';

/** The environment variable by which a test worker learns where the replica set of the run is. */
export const SHARED_REPLICA_SET_URI = 'SALES_AGENT_TEST_REPLICA_SET_URI';

/** The replica set of this test run, from its setup to its teardown. */
export const sharedReplicaSet: { running?: RunningReplicaSet } = {};
