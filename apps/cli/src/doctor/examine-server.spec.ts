import type { ServerStanding } from '@app/persistence/examine/server-standing';
import { examineServer } from './examine-server';

const GB = 1024 ** 3;
const HOUR_MS = 3_600_000;

const WELL: ServerStanding = {
  replicaSet: 'rs0',
  isRouter: false,
  members: [{ name: 'mongo:27017', state: 'PRIMARY', isHealthy: true }],
  clockAheadMs: 12,
  disk: { freeBytes: 50 * GB, totalBytes: 100 * GB },
  oplog: { reachesBackMs: 100 * HOUR_MS, serverUpMs: 90 * HOUR_MS },
};

function statesOf(change: Partial<ServerStanding>): Readonly<Record<string, string>> {
  return Object.fromEntries(examineServer({ ...WELL, ...change }).map(({ name, state }) => [name, state]));
}

describe('the server of the database', () => {
  it('is right when its set, clock, disk and oplog are', () => {
    expect(statesOf({})).toEqual({ 'replica set': 'right', clock: 'right', disk: 'right', oplog: 'right' });
  });

  it.each<[string, Partial<ServerStanding>]>([
    ['replica set', { replicaSet: '' }],
    ['replica set', { members: [{ name: 'b', state: 'RECOVERING', isHealthy: true }] }],
    ['replica set', { members: [{ name: 'b', state: 'SECONDARY', isHealthy: false }] }],
    ['clock', { clockAheadMs: 6_000 }],
    ['clock', { clockAheadMs: -6_000 }],
    ['disk', { disk: { freeBytes: 9 * GB, totalBytes: 100 * GB } }],
    ['disk', { disk: { freeBytes: GB, totalBytes: 5 * GB } }],
    ['oplog', { oplog: { reachesBackMs: 3 * HOUR_MS, serverUpMs: 200 * HOUR_MS } }],
  ])('is wrong in its %s when it stands like %j', (name, change) => {
    expect(statesOf(change)).toMatchObject({ [name]: 'wrong' });
  });

  it('that was started an hour ago may have an oplog of less', () => {
    expect(statesOf({ oplog: { reachesBackMs: HOUR_MS / 2, serverUpMs: HOUR_MS } })).toMatchObject({ oplog: 'right' });
  });

  it('is unknown where the user may not see it', () => {
    expect(statesOf({ members: null, disk: null, oplog: null })).toMatchObject({
      'replica set': 'unknown',
      disk: 'unknown',
      oplog: 'unknown',
    });
  });
});
