import type { DeliveryAttempt, OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { letterState } from './letter-state';

/** How far a letter has come, and what every server said to it. */
export function letterInWords(letter: OutboxMessage, waitsFor: string): string {
  const { to, subject, letters, messageId, createdAt, attempts, rejectedFor, leavesFrom, rests } = letter;
  const facts: [string, string][] = [
    ['to', to],
    ['subject', subject],
    ['letters', letters.join(' + ')],
    ['Message-ID', messageId],
    ['written', momentInWords(createdAt)],
    ['state', rejectedFor === null ? letterState(letter) : `${letterState(letter)}, for its ${rejectedFor}`],
    ...(leavesFrom > createdAt ? ([['leaves from', momentInWords(leavesFrom)]] as [string, string][]) : []),
    ...(waitsFor === '' ? [] : ([['waits', waitsFor]] as [string, string][])),
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  const lines = facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const tries = attempts.length === 0 ? 'No server was asked yet.' : table(HEADINGS, attempts.map(row));
  return [...lines, ...rests.map(restInWords), '', tries].join('\n');
}

function restInWords({ sentence, passages }: OutboxMessage['rests'][number]): string {
  return `"${sentence}" rests on ${passages.join(', ')}`;
}

/** The last words said to a letter, with what was being done; '' before the first attempt. */
export function lastWords({ attempts }: Pick<OutboxMessage, 'attempts'>): string {
  const last = attempts.at(-1);
  if (!last) return '';
  return phaseOf(last) === '' || last.outcome === 'sent' ? last.said : `at ${phaseOf(last)}: ${last.said}`;
}

const HEADINGS = ['tried', 'outcome', 'at', 'code', 'said'];

function row(attempt: DeliveryAttempt): string[] {
  const { at, outcome, code, said } = attempt;
  return [momentInWords(at), outcome, phaseOf(attempt), code === null ? '' : String(code), oneLine(said)];
}

/** Letters of before the phase was recorded have none. */
function phaseOf({ phase }: Partial<DeliveryAttempt>): string {
  return phase ?? '';
}

function oneLine(said: string): string {
  return said.replace(/\s*\r?\n\s*/g, ' / ');
}
