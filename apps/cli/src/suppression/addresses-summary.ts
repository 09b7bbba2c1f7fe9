import type { ImportedAddress } from './import-addresses';

/** How many lines ended each way. */
export interface AddressCounts {
  readonly suppressed: number;
  /** Fine, and carried out as soon as a brain runs. */
  readonly queued: number;
  readonly alreadySuppressed: number;
  readonly refused: number;
  readonly bad: number;
}

/** Counts the lines of an import; in a dry run `suppressed` are those that would be. */
export function countAddresses(rows: readonly ImportedAddress[]): AddressCounts {
  const count = (...statuses: ImportedAddress['status'][]): number =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    suppressed: count('suppressed', 'would-be-suppressed'),
    queued: count('queued'),
    alreadySuppressed: count('already-suppressed'),
    refused: count('refused'),
    bad: count('bad'),
  };
}

/** The lines that were not taken, and a last line of figures. */
export function addressesSummary(rows: readonly ImportedAddress[], dryRun: boolean): string {
  const { suppressed, queued, alreadySuppressed, refused, bad } = countAddresses(rows);
  const figures = [
    `${suppressed} ${dryRun ? 'would be suppressed' : 'suppressed'}`,
    ...(queued > 0 ? [`${queued} queued until a sales-brain runs`] : []),
    `${alreadySuppressed} already were`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    `${bad} bad`,
  ];
  const problems = rows.filter(({ status }) => status === 'bad' || status === 'refused');
  const lines = problems.map(
    ({ line, address, because }) => `line ${line}: ${address === '' ? '' : `${address}: `}${because}`,
  );
  return [...lines, `${figures.join(', ')}.`].join('\n');
}
