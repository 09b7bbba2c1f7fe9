import type { Imported } from './import-contacts';

/** How many rows ended each way. */
export interface ImportCounts {
  readonly added: number;
  /** Fine, and carried out as soon as a brain runs. */
  readonly queued: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly bad: number;
}

/** Counts the rows of an import; in a dry run `added` are those that would be. */
export function countImported(rows: readonly Imported[]): ImportCounts {
  const count = (...statuses: Imported['status'][]): number =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    added: count('added', 'would-be-added'),
    queued: count('queued'),
    alreadyThere: count('already-there'),
    refused: count('refused'),
    bad: count('bad'),
  };
}

/** The rows that were not added, one a line, and a last line of figures. */
export function importSummary(rows: readonly Imported[], dryRun: boolean): string {
  const { added, queued, alreadyThere, refused, bad } = countImported(rows);
  const figures = [
    `${added} ${dryRun ? 'would be added' : 'added'}`,
    ...(queued > 0 ? [`${queued} queued until a sales-brain runs`] : []),
    `${alreadyThere} already there`,
    `${refused} refused`,
    `${bad} bad`,
  ];
  return [...rows.flatMap(lineOf), `${figures.join(', ')}.`].join('\n');
}

function lineOf({ line, address, status, because }: Imported): string[] {
  switch (status) {
    case 'added':
    case 'would-be-added':
    case 'queued':
      return [];
    case 'already-there':
      return [`line ${line}: ${address} is already there: ${because}`];
    case 'refused':
      return [`line ${line}: ${address} is refused: ${because}`];
    case 'bad':
      return [`line ${line}: ${because}`];
  }
}
