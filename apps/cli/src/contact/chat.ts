import type { Turn } from '@app/persistence/turns/turn.schema';
import { indented } from '../text/indented';
import { momentInWords } from '../text/moment';
import { shellWord } from '../text/shell-word';
import { explainTurn } from './explain-turn';
import type { History, HistoryAsked, HistoryMessage } from './history';
import { waitsFor } from './waits-for';

/** A contact's history as a person reads it: who it is, the chat, and why the agent did what it did. */
export function chatOf(history: History, turns: readonly Turn[]): string {
  const { messages } = history;
  return [
    heading(history),
    messages.length > 0 ? messages.map(said).join('\n\n') : 'Nothing was written yet.',
    ['Why:', ...turns.map((turn) => `  ${explainTurn(turn, momentInWords)}`)].join('\n'),
  ].join('\n\n');
}

function heading(history: History): string {
  const { id, name, company, addresses, product, language, timeZone, stage, due } = history;
  const who = [name, company].filter((part) => part !== '').join(', ');
  const awaited = waitsFor(stage);
  return [
    `${who === '' ? '' : `${who} `}<${addresses.join(', ')}>`,
    `${stage}${awaited === '' ? '' : `: waits for ${awaited}`}${due ? `, until ${moment(due)}` : ''}`,
    ...facts(history),
    [product, language, ...(timeZone === null ? [] : [timeZone]), id].join(', '),
  ].join('\n');
}

function facts(history: History): string[] {
  const { asked, handedOverBecause, quarantined, stoppedAt, slot, accessCode, interests, consent, notes } = history;
  return [
    ...(asked ? [askedInWords(asked)] : []),
    ...(handedOverBecause ? [`handed over because ${handedOverBecause}`] : []),
    ...(quarantined ? [`what happens here cannot be taken in: ${quarantined}`] : []),
    ...(stoppedAt ? [`nothing may be sent since ${moment(stoppedAt)}`] : []),
    ...(slot ? [`the demo is on ${moment(slot.startsAt)}`] : []),
    ...(accessCode === null ? [] : [`the demo is entered with ${accessCode}`]),
    ...(interests.length > 0 ? [`interested in ${interests.join(', ')}`] : []),
    ...(consent.source === '' ? [] : [`the address came from ${consent.source}`]),
    ...(consent.ground === '' ? [] : [`we write because ${consent.ground}`]),
    ...notes.map(({ at, text }) => `note of ${moment(at)}: ${text}`),
  ];
}

function askedInWords({ kind, attempt, until, mayBeStop }: HistoryAsked): string {
  const what = kind === 'understand' ? 'reads the message' : 'drafts the letter';
  const held = mayBeStop ? '; until then every letter is held, for it may be a stop' : '';
  return `a model ${what}${attempt === 2 ? ' once more' : ''}, and is waited for until ${moment(until)}${held}`;
}

function said({ id, direction, by, at, subject, outcome, text, attachments, unreadable }: HistoryMessage): string {
  const arrow = direction === 'in' ? '◀' : '▶';
  const marks = [
    ...(by === 'operator' ? ['[by hand]'] : by === 'machine' ? ['[by a machine]'] : []),
    ...(outcome === null || outcome === 'sent' ? [] : [`[${outcome === 'draft' ? `draft ${id}` : outcome}]`]),
  ];
  const files = attachments.map(({ name }) => `    📎 ${name}`);
  const lacking = unreadable === null ? [] : [`    ${unreadable}`];
  const more = direction === 'in' && [...files, ...lacking].length > 0 ? [`    → mail show ${shellWord(id)}`] : [];
  const heading = [`${arrow} ${moment(at)}`, subject, ...marks].join('  ');
  return [heading, ...indented(text), ...files, ...lacking, ...more].join('\n');
}

function moment(at: string): string {
  return momentInWords(new Date(at));
}
