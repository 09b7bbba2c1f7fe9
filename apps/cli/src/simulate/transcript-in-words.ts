import { DateTime } from 'luxon';
import { explainTurn } from '../contact/explain-turn';
import { waitsFor } from '../contact/waits-for';
import { indented } from '../text/indented';
import type { Said, Transcript } from './transcript';

/** A simulation as a person reads it: who said what when, and why; times are local to `timeZone`. */
export function transcriptInWords(
  { entries, stage, handedOverBecause, due, at }: Transcript,
  timeZone: string,
): string {
  const moment = (date: Date): string =>
    DateTime.fromJSDate(date, { zone: timeZone }).setLocale('en-GB').toFormat('ccc d LLL yyyy, HH:mm');
  const awaited = waitsFor(stage);
  return [
    ...entries.map((entry) => (entry.type === 'turn' ? explainTurn(entry.turn, moment) : mail(entry, moment))),
    [
      `${moment(at)}  the end: ${stage}`,
      ...(awaited === '' ? [] : [`waits for ${awaited}`]),
      ...(handedOverBecause === null || stage !== 'handed-over' ? [] : [`because ${handedOverBecause}`]),
      ...(due ? [`until ${moment(due)}`] : []),
    ].join(', '),
  ].join('\n');
}

function mail({ by, at, subject, text, attachments, outcome }: Said, moment: (date: Date) => string): string {
  const arrow = by === 'agent' || by === 'operator' ? '▶' : '◀';
  const marks = [
    ...(by === 'agent' || by === 'contact' ? [] : [`[${by}]`]),
    ...(outcome === null || outcome === 'sent' ? [] : [`[${outcome}]`]),
  ];
  return [
    '',
    [`${arrow} ${moment(at)}`, subject, ...marks].join('  ').trimEnd(),
    ...indented(text),
    ...attachments.map((name) => `    📎 ${name}`),
    '',
  ].join('\n');
}
