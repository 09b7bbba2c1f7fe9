import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Which variable each setting of a class is read from. */
export type VariablesOf<T> = Readonly<Record<keyof T, string>>;

/**
 * The only reader of the environment; `NAME_FILE` names a file that holds what `NAME` would, so that a secret need not
 * stand there. Throws `SettingsInvalid` with every problem at once, those that `beyond` finds between settings too, and
 * never shows a value.
 */
export function readEnvironment<T extends object>(
  settingsClass: ClassConstructor<T>,
  variables: VariablesOf<T>,
  environment: Environment,
  beyond: (settings: T) => readonly string[] = () => [],
): T {
  const unreadable = new Set<string>();
  const given = Object.entries<string>(variables).flatMap(([name, variable]) => {
    const file = environment[`${variable}_FILE`];
    const value = environment[variable] || (file ? contentOf(file) : undefined);
    if (value === null) unreadable.add(name);
    return value ? [[name, value] as const] : [];
  });
  const settings = plainToInstance(settingsClass, Object.fromEntries(given), { exposeDefaultValues: true });
  // In the order in which they are documented, whatever class each is declared in.
  const inOrder = Object.keys(variables);
  const wrong = validateSync(settings)
    .filter(({ property }) => !unreadable.has(property))
    .toSorted((one, other) => inOrder.indexOf(one.property) - inOrder.indexOf(other.property));
  const problems = [
    ...Object.entries<string>(variables)
      .filter(([name]) => unreadable.has(name))
      .map(([, variable]) => `${variable}_FILE names a file which cannot be read`),
    ...wrong.flatMap(({ constraints }) => Object.values(constraints ?? {})),
    ...(unreadable.size === 0 ? beyond(settings) : []),
  ];
  if (problems.length > 0) throw new SettingsInvalid(problems);
  return settings;
}

/** Null when it cannot be read. The path is shown to nobody: a secret may stand in its place. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The environment lacks something, or holds something that cannot be. */
export class SettingsInvalid extends Error {
  readonly code = 'SETTINGS_INVALID';
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not right (see .env.example):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}
