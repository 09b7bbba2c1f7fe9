import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { installPeers, type Missing } from '../install-peers';
import type { BenchInstallation } from '../installation';
import { startRedis, type Redis } from '../servers/redis';
import { bullmqPipeline, type ClosablePipeline } from './bullmq-pipeline';
import { drain } from './drain';
import { backlogFiguresOf, type BacklogFigures, type Drained } from './figures';
import { ourPipeline } from './our-pipeline';
import type { Pipeline } from './pipeline';
import { standingConversations } from './standing-conversations';

const CONVERSATIONS = 1_000;
const ROUNDS = 3;
/** Before that the compilers are measured. */
const WARM_UP_ROUNDS = 1;

/** Lets the brain and, by turns, the same pipeline on BullMQ drain backlogs; no gateway takes part. */
export async function measureBacklog(
  installation: BenchInstallation,
  report: (line: string) => void,
): Promise<BacklogFigures> {
  const [opening] = await offeredContacts(installation.db, ['backlog']);
  if (!opening) throw new Error('no contact was written to');
  await installation.gateway.stop();
  const ours = await roundsOf(ourPipeline(installation), opening, installation.now);
  const peer = await startPeer(installation, opening);
  if ('because' in peer) report(`BullMQ is skipped: ${peer.because}`);
  else report(`BullMQ on Redis ${peer.redis.version}, ${ROUNDS} backlogs for each, by turns`);
  try {
    const theirs = 'because' in peer ? null : await roundsOf(peer.pipeline, opening, installation.now);
    const [own, other]: [Drained[], Drained[]] = [[], []];
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      const [drained, besideIt] = [await ours(round), await theirs?.(round)];
      if (round < WARM_UP_ROUNDS) continue;
      own.push(drained);
      if (besideIt) other.push(besideIt);
    }
    return backlogFiguresOf({ conversations: CONVERSATIONS, ours: own, bullmq: other });
  } finally {
    if (!('because' in peer)) await peer.close();
  }
}

/** Drains a backlog in conversations of its own for each round. */
async function roundsOf(
  pipeline: Pipeline,
  opening: OutboxMessage,
  now: () => Date,
): Promise<(round: number) => Promise<Drained>> {
  const openings = await standingConversations(pipeline.db, opening, CONVERSATIONS * (WARM_UP_ROUNDS + ROUNDS));
  return (round) => drain(pipeline, openings.slice(CONVERSATIONS * round, CONVERSATIONS * (round + 1)), now());
}

interface Peer {
  readonly pipeline: ClosablePipeline;
  readonly redis: Redis;
  close(): Promise<void>;
}

async function startPeer(installation: BenchInstallation, opening: OutboxMessage): Promise<Peer | Missing> {
  const load = await installPeers();
  if ('because' in load) return load;
  const redis = await startRedis();
  if ('because' in redis) return redis;
  try {
    const pipeline = await bullmqPipeline(installation, opening, load, redis);
    return {
      pipeline,
      redis,
      async close() {
        await pipeline.close();
        await redis.stop();
      },
    };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}
