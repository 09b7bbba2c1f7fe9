import type { QueueName } from '@app/persistence/waiting/waiting.queries';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { durationInWords } from './duration';
import type { BotStatus } from './bot-status';
import type { AccountStatus, Status } from './status';

/** A status as the operator reads it: what runs, what waits and for how long, each account, and what wants a person. */
export function statusInWords({ at, services, queues, accounts, bots, attention }: Status): string {
  const { withAPerson, quarantined, failing, unmatched } = attention;
  const waiting = queues.filter((queue) => queue.waiting > 0);
  return [
    `As of ${momentInWords(at)}`,
    '',
    services.length === 0
      ? 'No service runs.'
      : table(['service', 'host', 'heartbeat', 'sweep'], services.map(service)),
    '',
    waiting.length === 0
      ? 'Nothing waits.'
      : table(['what waits', 'how many', 'the oldest for'], waiting.map(queueRow)),
    '',
    ...(accounts.length === 0 ? ['No mailbox and no bot yet.'] : [table(ACCOUNT_HEADINGS, accounts.map(accountRow))]),
    ...accounts.flatMap(pauseInWords),
    ...bots.map((bot) => botInWords(bot, at)),
    '',
    `For you: ${count(withAPerson, 'conversation')} handed over (contact list --waiting-for-me), ` +
      `${count(quarantined, 'conversation')} in quarantine, ` +
      `${count(unmatched, 'message')} of the last day that matched nobody (mail unmatched).`,
    ...failing.map(failingInWords),
  ].join('\n');
}

const WORDS: Readonly<Record<QueueName, string>> = {
  'messages-to-file': 'messages to be filed',
  'messages-to-take': 'messages to be answered',
  'settlements-to-take': 'outcomes to be taken note of',
  'openings-to-take': 'conversations to be opened',
  'timers-to-take': 'reminders and deadlines that are due',
  'commands-to-take': 'commands to be carried out',
  'letters-to-send': 'letters to be sent',
  'drafts-to-approve': 'drafts for you to approve',
  'jobs-to-do': 'jobs for the model',
};

function service({ id, host, alive, heartbeatAgeMs, sweepFinds }: Status['services'][number]): string[] {
  const heartbeat = `${durationInWords(heartbeatAgeMs)} ago${alive ? '' : ': dead'}`;
  return [id, host, heartbeat, sweepFinds === 0 ? 'found nothing' : `found ${String(sweepFinds)}`];
}

function queueRow({ name, waiting, ageMs }: Status['queues'][number]): string[] {
  return [WORDS[name], String(waiting), durationInWords(ageMs)];
}

const ACCOUNT_HEADINGS = [
  'account',
  'channel',
  'due',
  'for',
  'later',
  'sent 24 h',
  'rejected',
  'uncertain',
  'withheld',
];

function accountRow({ id, address, channel, due, dueForMs, later, lastDay }: AccountStatus): string[] {
  const { sent, rejected, uncertain, withheld } = lastDay;
  const counts = [sent, rejected, uncertain, withheld].map(String);
  return [address ?? id, channel, String(due), due === 0 ? '' : durationInWords(dueForMs), String(later), ...counts];
}

function pauseInWords({ address, paused }: AccountStatus): string[] {
  return paused === null || address === null ? [] : [`${address} is paused, its letters wait: ${paused}.`];
}

function failingInWords({ what, id, because }: Status['attention']['failing'][number]): string {
  return `${WHAT_FAILS[what]}, and is tried again every minute: ${because} (${id})`;
}

const WHAT_FAILS = {
  message: 'A message cannot be filed',
  letter: 'A letter cannot be sent',
  command: 'A command cannot be carried out',
} as const;

function botInWords({ name, webhook, poller, lastHeardAt, closedChats, connections }: BotStatus, at: Date): string {
  const polled = poller === null ? 'is polled by nobody' : `is polled by ${poller}`;
  const heard = lastHeardAt === null ? 'has heard nothing yet' : `heard ${ago(at, lastHeardAt)} ago`;
  return (
    `${name} ${webhook === null ? polled : `is called at ${webhook}`}, ${heard}; ` +
    `closed to us: ${count(closedChats, 'chat')}; business accounts: ${String(connections.open)} answered for, ` +
    `${String(connections.closed)} ended.`
  );
}

function ago(now: Date, then: Date): string {
  return durationInWords(Math.max(0, now.getTime() - then.getTime()));
}

function count(many: number, noun: string): string {
  return `${String(many)} ${noun}${many === 1 ? '' : 's'}`;
}
