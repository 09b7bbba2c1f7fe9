import { INTENT_TYPES, type IntentType } from '@app/domain/intent';
import { LANGUAGES } from '@app/domain/language';
import { figuresOf, holds, WANTED } from './figures';
import type { Verdict } from './verdict';

/** The figures, opt-outs first, a confusion matrix for each language, and every failure in full. */
export function report(verdicts: readonly Verdict[]): string {
  const groups = LANGUAGES.map((language) => ({
    language,
    verdicts: verdicts.filter((verdict) => verdict.language === language),
  }));
  return [
    figuresTable(
      verdicts,
      groups.map((group) => group.verdicts),
    ),
    ...groups.flatMap((group) =>
      group.verdicts.length > 0 ? [`meant (down) and read (across), ${group.language}`, matrix(group.verdicts)] : [],
    ),
    failures(verdicts),
  ].join('\n\n');
}

function figuresTable(all: readonly Verdict[], groups: readonly (readonly Verdict[])[]): string {
  const columns = [all, ...groups].map(figuresOf);
  const head = ['%', 'wanted', 'all', ...LANGUAGES, ''];
  const counts = ['messages', '', ...columns.map(({ messages }) => String(messages)), ''];
  const rows = WANTED.map((wanted) => [
    wanted.name,
    wanted.least === undefined ? `≤ ${wanted.most ?? 100}` : `≥ ${wanted.least}`,
    ...columns.map((figures) => figures[wanted.figure]?.toFixed(1) ?? '-'),
    columns[0] && holds(columns[0], wanted) ? '' : 'MISSED',
  ]);
  return table([head, counts, ...rows]);
}

function matrix(verdicts: readonly Verdict[]): string {
  const count = (meant: IntentType, read: IntentType): string => {
    const number = verdicts.filter((verdict) => verdict.meant === meant && verdict.read === read).length;
    return number === 0 ? '·' : String(number);
  };
  const rows = INTENT_TYPES.map((meant) => [meant, ...INTENT_TYPES.map((read) => count(meant, read))]);
  return table([['', ...INTENT_TYPES], ...rows]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function failures(verdicts: readonly Verdict[]): string {
  const lines = verdicts.flatMap((verdict) => {
    const problems = problemsOf(verdict);
    return problems.length > 0 ? [lineOf(verdict, problems)] : [];
  });
  return [`${lines.length} of ${verdicts.length} messages read wrong in something`, ...lines].join('\n');
}

function problemsOf({ isRight, stopFound, stopInvented, dateFound, contactFound }: Verdict): readonly string[] {
  return [
    ...(stopFound === false ? ['missed stop'] : []),
    ...(stopInvented === true ? ['false stop'] : []),
    ...(isRight ? [] : ['intent']),
    ...(dateFound === false ? ['date'] : []),
    ...(contactFound === false ? ['contact'] : []),
  ];
}

function lineOf({ message, reading }: Verdict, problems: readonly string[]): string {
  const read = reading.intents
    .map(({ type, date, contact }) => [type, date, contact].filter((part) => part !== undefined).join(' '))
    .join(', ');
  const certainty = `${reading.sure ? 'sure' : 'unsure'} ${reading.confidence.toFixed(2)}`;
  const meant = [message.accept.join('|'), message.until?.join('..'), message.contact].filter(Boolean).join(' ');
  return `  [${problems.join(', ')}] ${certainty}: read ${read}, meant ${meant}: ${JSON.stringify(message.text)}`;
}
