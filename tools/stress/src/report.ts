import type { Finding } from './findings/finding';

/** What was done, and what was found: of each promise how often it was broken, among how many, and the first cases. */
export function report(struck: ReadonlyMap<string, number>, findings: readonly Finding[]): string[] {
  const broken = findings.filter(isBroken).length;
  return [
    'What was done:',
    ...[...struck].map(([name, times]) => counted(times, name)),
    'What was found:',
    ...findings.flatMap(({ what, among, wrong }) => [
      counted(wrong.length, `${what} (${among})`),
      ...wrong.slice(0, MOST_SHOWN).map((one) => `          ${one}`),
    ]),
    broken === 0 ? 'Every promise was kept.' : `${broken} of ${findings.length} promises were broken.`,
  ];
}

export function isBroken({ wrong }: Finding): boolean {
  return wrong.length > 0;
}

function counted(times: number, what: string): string {
  return `${String(times).padStart(6)}  ${what}`;
}

const MOST_SHOWN = 20;
