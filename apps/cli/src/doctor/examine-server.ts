import type { ServerStanding } from '@app/persistence/examine/server-standing';
import { right, unknown, wrong, type Finding } from './finding';

const CLOCK_TOLERANCE_MS = 5_000;
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
const LEAST_FREE_SHARE = 0.1;
const LEAST_OPLOG_MS = 24 * 60 * 60 * 1000;
/** Between the start of a server and its first oplog entry. */
const TO_FORM_A_SET_MS = 60 * 60 * 1000;

/** What is to be said of the server the database is on. */
export function examineServer(server: ServerStanding): Finding[] {
  return [replicaSet(server), clock(server), disk(server), oplog(server)];
}

function replicaSet({ replicaSet: name, isRouter, members }: ServerStanding): Finding {
  if (isRouter) return right('replica set', 'a sharded cluster.');
  if (name === '') {
    return wrong('replica set', 'MongoDB is not a replica set; start mongod with --replSet, then rs.initiate() once.');
  }
  if (members === null) return unknown('replica set', `${name}; this user may not see its members.`);
  const ailing = members.filter(({ state, isHealthy }) => !isHealthy || !WELL.has(state));
  if (ailing.length > 0) {
    const list = ailing.map((member) => `${member.name} (${member.state})`).join(', ');
    return wrong('replica set', `${name}: ${list} does not take part; see its log and start it again.`);
  }
  return right('replica set', `${name} with ${String(members.length)} node${members.length === 1 ? '' : 's'}.`);
}

const WELL: ReadonlySet<string> = new Set(['PRIMARY', 'SECONDARY', 'ARBITER']);

function clock({ clockAheadMs }: ServerStanding): Finding {
  const seconds = (Math.abs(clockAheadMs) / 1000).toFixed(1);
  if (Math.abs(clockAheadMs) <= CLOCK_TOLERANCE_MS) return right('clock', `${seconds} s from MongoDB's.`);
  const side = clockAheadMs > 0 ? 'behind' : 'ahead of';
  return wrong('clock', `this machine is ${seconds} s ${side} MongoDB's; let both follow NTP.`);
}

function disk({ disk: standing }: ServerStanding): Finding {
  if (standing === null) return unknown('disk', 'this user may not see how much room MongoDB has.');
  const { freeBytes, totalBytes } = standing;
  const gigabytes = `${(freeBytes / 1024 ** 3).toFixed(1)} GB of ${(totalBytes / 1024 ** 3).toFixed(1)} GB`;
  if (freeBytes >= LEAST_FREE_BYTES && freeBytes >= totalBytes * LEAST_FREE_SHARE) {
    return right('disk', `${gigabytes} are free where MongoDB's data is.`);
  }
  return wrong('disk', `only ${gigabytes} are free where MongoDB's data is; make room, or move it to a larger disk.`);
}

/** An oplog reaches no further back than its making; only of a server that has run for longer does a short one say anything. */
function oplog({ oplog: standing }: ServerStanding): Finding {
  if (standing === null) return unknown('oplog', 'this user may not see how far back it reaches.');
  const hours = (standing.reachesBackMs / 3_600_000).toFixed(1);
  if (standing.reachesBackMs < LEAST_OPLOG_MS && standing.serverUpMs > LEAST_OPLOG_MS + TO_FORM_A_SET_MS) {
    return wrong(
      'oplog',
      `it reaches only ${hours} hours back; make it larger with replSetResizeOplog, or backups and new nodes find a gap.`,
    );
  }
  return right('oplog', `it reaches ${hours} hours back.`);
}
