import { IsOptional, IsString } from 'class-validator';
import { readEnvironment, type Environment } from './read-environment';

/** What other programs of the installation hold, where the operator's machine has it too. */
export class BesideSettings {
  @IsOptional()
  @IsString()
  telegramBotToken?: string;

  @IsString()
  telegramApiRoot = 'https://api.telegram.org';

  @IsOptional()
  @IsString()
  llmEndpoint?: string;

  @IsOptional()
  @IsString()
  llmModel?: string;
}

const VARIABLES = {
  telegramBotToken: 'TELEGRAM_BOT_TOKEN',
  telegramApiRoot: 'TELEGRAM_API_ROOT',
  llmEndpoint: 'LLM_ENDPOINT',
  llmModel: 'LLM_MODEL',
} as const satisfies Record<keyof BesideSettings, string>;

export const BESIDE_VARIABLE_NAMES: readonly string[] = Object.values(VARIABLES);

/** Their own programs check what stands in them. */
export function readBesideSettings(environment: Environment): BesideSettings {
  return readEnvironment(BesideSettings, VARIABLES, environment);
}
