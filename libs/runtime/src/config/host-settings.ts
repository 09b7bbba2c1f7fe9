import { Transform } from 'class-transformer';
import { Matches, ValidateBy } from 'class-validator';
import { COMMON_VARIABLES, CommonSettings } from './common-settings';
import { isEndpoint } from './is-endpoint';
import { readEnvironment, type Environment } from './read-environment';
import { toNumber } from './to-number';

/** Everything an llm-host reads from its environment: it has no keys and sees no mail. */
export class HostSettings extends CommonSettings {
  @ValidateBy(
    { name: 'isEndpoint', validator: { validate: isEndpoint } },
    { message: 'LLM_ENDPOINT must be an http:// or https:// address, without user, ? and #' },
  )
  llmEndpoint = '';

  @Matches(/\S/, { message: 'LLM_MODEL must be the name under which the endpoint serves the model' })
  llmModel = '';

  /** How many jobs are with the endpoint at once. */
  @Transform(toNumber)
  @ValidateBy(
    { name: 'isParallel', validator: { validate: isParallel } },
    { message: 'LLM_PARALLEL must be a whole number from 1 to 64' },
  )
  llmParallel = 2;
}

const VARIABLES = {
  ...COMMON_VARIABLES,
  llmEndpoint: 'LLM_ENDPOINT',
  llmModel: 'LLM_MODEL',
  llmParallel: 'LLM_PARALLEL',
} as const satisfies Record<keyof HostSettings, string>;

export const HOST_VARIABLE_NAMES: readonly string[] = Object.values(VARIABLES);

/** Throws `SettingsInvalid` with every problem at once. */
export function readHostSettings(environment: Environment): HostSettings {
  return readEnvironment(HostSettings, VARIABLES, environment);
}

function isParallel(value: unknown): boolean {
  return typeof value === 'number' && value >= 1 && value <= 64;
}
