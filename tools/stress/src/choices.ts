import { parseArgs } from 'node:util';

export interface Choices {
  /** How often the opt-out race is run. */
  readonly rounds: number;
  /** Conversations in each race. */
  readonly conversations: number;
  /** Contacts that live through a story while processes are killed; none when 0. */
  readonly stories: number;
  /** For how long. */
  readonly seconds: number;
  readonly seed: number;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: option, conversations: option, stories: option, seconds: option, seed: option },
    strict: true,
  });
  const whole = (name: keyof Choices, otherwise: number): number => {
    const given = values[name];
    const value = given === undefined ? otherwise : Number(given);
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number.`);
    return value;
  };
  return {
    rounds: whole('rounds', 20),
    conversations: whole('conversations', 200),
    stories: whole('stories', 1_000),
    seconds: whole('seconds', 60),
    seed: whole('seed', Date.now() % 1_000_000),
  };
}
