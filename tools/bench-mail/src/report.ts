import type { ReaderName } from './readers/readers';
import { NOTHING, type Tally, together } from './score/tally';

/** A reader's tallies by set. */
export type Scores = ReadonlyMap<string, Tally>;

/** The table of every reader over every set, and below it each reader's speed. */
export function report(scores: ReadonlyMap<ReaderName, Scores>): string {
  const readers = [...scores];
  const sets = [...(readers[0]?.[1].keys() ?? [])];
  const head = ['set', 'mails', ...readers.flatMap(([name]) => [`${name} exact %`, 'lost %']), 'kind %'];
  const rows = sets.map((set) =>
    row(
      set,
      readers.map(([, tallies]) => tallies.get(set) ?? NOTHING),
    ),
  );
  const all = readers.map(([name, tallies]) => [name, overAll(tallies)] as const);
  return [
    ...table([
      head,
      ...rows,
      row(
        'all',
        all.map(([, tally]) => tally),
      ),
    ]),
    '',
    ...all.map(([name, tally]) => `  ${name}: ${speed(tally)}${kinds(tally)}${failures(tally)}`),
  ].join('\n');
}

/** Where the signature is asked for besides, the same mails are not counted twice. */
function overAll(sets: Scores): Tally {
  return [...sets].filter(([set]) => !set.endsWith(' kept')).reduce((sum, [, tally]) => together(sum, tally), NOTHING);
}

function row(set: string, tallies: readonly Tally[]): readonly string[] {
  const [own = NOTHING] = tallies;
  return [
    set,
    String(own.mails),
    ...tallies.flatMap(({ texts, exact, lost }) => [percent(exact, texts), percent(lost, texts)]),
    percent(own.rightKinds, own.kinds),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

function speed({ mails, failed, milliseconds }: Tally): string {
  return `${Math.round(((mails - failed) * 1000) / Math.max(1, milliseconds))} mails a second`;
}

function kinds({ kinds: all, rightMerged, rightMachine }: Tally): string {
  if (all === 0) return '; names no kind';
  return `; kind with bounces merged ${percent(rightMerged, all)} %, person or machine ${percent(rightMachine, all)} %`;
}

function failures({ failed }: Tally): string {
  return failed === 0 ? '' : `; ${failed} not read, or not within 10 s`;
}
