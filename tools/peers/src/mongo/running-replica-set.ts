/** A replica set to work with until it is stopped; `how` says in words where it came from. */
export interface RunningReplicaSet {
  readonly type: 'running';
  readonly uri: string;
  readonly how: string;
  stop(): Promise<void>;
}
