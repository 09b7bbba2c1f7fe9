import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { botAccountId, type TelegramBot } from '@app/persistence/telegram/bot.schema';
import { DEAD_AFTER_MS } from '@app/persistence/instances/instance.store';
import type { AccountTraffic, Attention, RunningInstance, WaitingQueue } from '@app/persistence/waiting/waiting.store';
import type { OpenInstallation } from '../installation/open-installation';
import { botName, lookAtBot, type BotStatus } from './bot-status';

/** How an installation stands at one moment. */
export interface Status {
  readonly at: Date;
  readonly services: readonly (Omit<RunningInstance, '_id'> & { readonly id: string; readonly alive: boolean })[];
  readonly queues: readonly WaitingQueue[];
  readonly accounts: readonly AccountStatus[];
  readonly bots: readonly BotStatus[];
  readonly attention: Attention;
}

export interface AccountStatus extends Omit<AccountTraffic, 'accountId'> {
  readonly id: string;
  /** A bot's is its name with @. An account that is none of ours any more has none. */
  readonly address: string | null;
  /** Why it is paused; null while it works. */
  readonly paused: string | null;
}

/** Looks at the whole installation once, by indexes alone. */
export async function lookAtStatus({
  waiting,
  accounts,
  bots: store,
  clock,
}: Pick<OpenInstallation, 'waiting' | 'accounts' | 'bots' | 'clock'>): Promise<Status> {
  await clock.load();
  const at = clock.now();
  const [instances, queues, traffic, attention, all, bots] = await Promise.all([
    waiting.instances(),
    waiting.queues(at),
    waiting.traffic(at),
    waiting.attention(at),
    accounts.all(),
    store.all(),
  ]);
  const services = instances.map(({ _id: id, ...rest }) => ({
    id,
    ...rest,
    alive: rest.heartbeatAgeMs < DEAD_AFTER_MS,
  }));
  const known = [...all, ...bots.map(asAccount)];
  return {
    at,
    services,
    queues,
    accounts: [...withTraffic(known, traffic), ...othersIn(traffic, known)],
    bots: await Promise.all(bots.map((bot) => lookAtBot(bot, services, store))),
    attention,
  };
}

type KnownAccount = Pick<MailAccount, '_id' | 'address' | 'paused'> & Pick<Partial<AccountTraffic>, 'channel'>;

function asAccount({ _id, username, paused }: TelegramBot): KnownAccount {
  return { _id: botAccountId(_id), address: botName({ _id, username }), channel: 'telegram', paused };
}

function withTraffic(accounts: readonly KnownAccount[], traffic: readonly AccountTraffic[]): AccountStatus[] {
  return accounts.map(({ _id, address, paused, channel = 'email' }) => ({
    ...toStatus(traffic.find(({ accountId }) => accountId === _id) ?? { ...NO_TRAFFIC, channel, accountId: _id }),
    address,
    paused: paused?.because ?? null,
  }));
}

/** Those whose letters outlived them. */
function othersIn(traffic: readonly AccountTraffic[], accounts: readonly KnownAccount[]): AccountStatus[] {
  return traffic.filter(({ accountId }) => !accounts.some(({ _id }) => _id === accountId)).map(toStatus);
}

function toStatus({ accountId: id, ...rest }: AccountTraffic): AccountStatus {
  return { id, ...rest, address: null, paused: null };
}

const NO_TRAFFIC = {
  due: 0,
  dueForMs: 0,
  later: 0,
  lastDay: { sent: 0, rejected: 0, uncertain: 0, withheld: 0 },
};
