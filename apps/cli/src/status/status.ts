import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { DEAD_AFTER_MS } from '@app/persistence/instances/instance.store';
import type { AccountTraffic, Attention, RunningInstance, WaitingQueue } from '@app/persistence/waiting/waiting.store';
import type { OpenInstallation } from '../installation/open-installation';

/** How an installation stands at one moment. */
export interface Status {
  readonly at: Date;
  readonly services: readonly (Omit<RunningInstance, '_id'> & { readonly id: string; readonly alive: boolean })[];
  readonly queues: readonly WaitingQueue[];
  readonly accounts: readonly AccountStatus[];
  readonly attention: Attention;
}

export interface AccountStatus extends Omit<AccountTraffic, 'accountId'> {
  readonly id: string;
  /** An account that is none of ours any more has no address. */
  readonly address: string | null;
  /** Why it is paused; null while it works. */
  readonly paused: string | null;
}

/** Looks at the whole installation once, by indexes alone. */
export async function lookAtStatus({
  waiting,
  accounts,
  clock,
}: Pick<OpenInstallation, 'waiting' | 'accounts' | 'clock'>): Promise<Status> {
  await clock.load();
  const at = clock.now();
  const [instances, queues, traffic, attention, all] = await Promise.all([
    waiting.instances(),
    waiting.queues(at),
    waiting.traffic(at),
    waiting.attention(at),
    accounts.all(),
  ]);
  return {
    at,
    services: instances.map(({ _id: id, ...rest }) => ({ id, ...rest, alive: rest.heartbeatAgeMs < DEAD_AFTER_MS })),
    queues,
    accounts: [...withTraffic(all, traffic), ...othersIn(traffic, all)],
    attention,
  };
}

function withTraffic(accounts: readonly MailAccount[], traffic: readonly AccountTraffic[]): AccountStatus[] {
  return accounts.map(({ _id, address, paused }) => ({
    ...toStatus(traffic.find(({ accountId }) => accountId === _id) ?? { ...NO_TRAFFIC, accountId: _id }),
    address,
    paused: paused?.because ?? null,
  }));
}

/** Accounts of another channel, and those whose letters outlived them. */
function othersIn(traffic: readonly AccountTraffic[], accounts: readonly MailAccount[]): AccountStatus[] {
  return traffic.filter(({ accountId }) => !accounts.some(({ _id }) => _id === accountId)).map(toStatus);
}

function toStatus({ accountId: id, ...rest }: AccountTraffic): AccountStatus {
  return { id, ...rest, address: null, paused: null };
}

const NO_TRAFFIC = {
  channel: 'email',
  due: 0,
  dueForMs: 0,
  later: 0,
  lastDay: { sent: 0, rejected: 0, uncertain: 0, withheld: 0 },
};
