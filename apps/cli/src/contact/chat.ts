import type { Turn } from '@app/persistence/turns/turn.schema';
import { momentInWords } from '../text/moment';
import { explainTurn } from './explain-turn';
import type { History, HistoryMessage } from './history';
import { waitsFor } from './waits-for';

/** A contact's history as a person reads it: who it is, the chat, and why the agent did what it did. */
export function chatOf(history: History, turns: readonly Turn[]): string {
  const { messages } = history;
  return [
    heading(history),
    messages.length > 0 ? messages.map(said).join('\n\n') : 'Nothing was written yet.',
    ['Why:', ...turns.map((turn) => `  ${explainTurn(turn)}`)].join('\n'),
  ].join('\n\n');
}

function heading(history: History): string {
  const { id, name, company, addresses, product, language, stage, due, handedOverBecause, quarantined } = history;
  const who = [name, company].filter((part) => part !== '').join(', ');
  const awaited = waitsFor(stage);
  return [
    `${who === '' ? '' : `${who} `}<${addresses.join(', ')}>`,
    `${stage}${awaited === '' ? '' : `: waits for ${awaited}`}${due ? `, until ${momentInWords(new Date(due))}` : ''}`,
    ...(handedOverBecause ? [`handed over because ${handedOverBecause}`] : []),
    ...(quarantined ? [`what happens here cannot be taken in: ${quarantined}`] : []),
    `${product}, ${language}, ${id}`,
  ].join('\n');
}

function said({ direction, at, subject, outcome, text, attachments }: HistoryMessage): string {
  const arrow = direction === 'in' ? '◀' : '▶';
  const fate = outcome === null || outcome === 'sent' ? '' : `  [${outcome}]`;
  const files = attachments.map(({ name }) => `    📎 ${name}`);
  return [`${arrow} ${momentInWords(new Date(at))}  ${subject}${fate}`, ...indented(text), ...files].join('\n');
}

function indented(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
}
