import { readdirSync, readFileSync } from 'node:fs';

/** `/proc` counts in hundredths of a second, whatever the kernel's own clock does. */
const MS_PER_TICK = 10;

/** User and system time of a process and its children, ended ones too, in milliseconds; null without `/proc`. */
export function processorMs(pid: number): number | null {
  const own = ticksOf(String(pid));
  if (own === undefined) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(ticksOf)
    .filter((child) => child?.parent === pid);
  const ticks = children.reduce((sum, child) => sum + (child?.own ?? 0), own.own + own.ofEnded);
  return ticks * MS_PER_TICK;
}

interface Ticks {
  readonly parent: number;
  readonly own: number;
  readonly ofEnded: number;
}

function ticksOf(pid: string): Ticks | undefined {
  try {
    // The program's name, in parentheses, may hold anything: the fields begin behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { parent, own: user + system, ofEnded: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}
