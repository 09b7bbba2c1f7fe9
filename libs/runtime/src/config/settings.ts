import { Transform } from 'class-transformer';
import { IsBoolean, IsIP, IsOptional, IsString, Matches, ValidateBy } from 'class-validator';
import { COMMON_VARIABLES, CommonSettings } from './common-settings';
import { isPort } from './is-port';
import { isPublicAddress } from './public-address';
import { readEnvironment, type Environment } from './read-environment';
import { toBoolean } from './to-boolean';
import { toNumber } from './to-number';

/** Everything the services read from their environment. `.env.example` says what each is for. */
export class Settings extends CommonSettings {
  @Matches(/\S/, { message: 'KEY_FILE must be the path of the key file that `sales-agent init` makes' })
  keyFile = '';

  @IsOptional()
  @IsString()
  ledgerJournal?: string;

  @Transform(toBoolean)
  @IsBoolean({ message: 'MAIL_LOOPBACK_ONLY must be true or false' })
  mailLoopbackOnly = false;

  @Transform(toBoolean)
  @IsBoolean({ message: 'MOVABLE_CLOCK must be true or false' })
  movableClock = false;

  /** Where the pages to unsubscribe are found from outside. */
  @IsOptional()
  @ValidateBy(
    { name: 'isPublicAddress', validator: { validate: isPublicAddress } },
    { message: 'UNSUBSCRIBE_URL must be an https:// address of at most 300 characters, without user, ? and #' },
  )
  unsubscribeUrl?: string;

  /** Where a mail-gateway serves them. */
  @IsOptional()
  @Transform(toNumber)
  @ValidateBy(
    { name: 'isPort', validator: { validate: isPort } },
    { message: 'HTTP_PORT must be a port from 1 to 65535' },
  )
  httpPort?: number;

  @IsIP(undefined, { message: 'HTTP_HOST must be an IP address of this machine, such as 127.0.0.1 or 0.0.0.0' })
  httpHost = '127.0.0.1';
}

export const SETTINGS_VARIABLES = {
  ...COMMON_VARIABLES,
  keyFile: 'KEY_FILE',
  ledgerJournal: 'LEDGER_JOURNAL',
  mailLoopbackOnly: 'MAIL_LOOPBACK_ONLY',
  movableClock: 'MOVABLE_CLOCK',
  unsubscribeUrl: 'UNSUBSCRIBE_URL',
  httpPort: 'HTTP_PORT',
  httpHost: 'HTTP_HOST',
} as const satisfies Record<keyof Settings, string>;

export const VARIABLE_NAMES: readonly string[] = Object.values(SETTINGS_VARIABLES);

/** Throws `SettingsInvalid` with every problem at once. */
export function readSettings(environment: Environment): Settings {
  return readEnvironment(Settings, SETTINGS_VARIABLES, environment, oneWithoutTheOther);
}

/** The pages to unsubscribe need both an address and a port. */
export function oneWithoutTheOther({ unsubscribeUrl, httpPort }: Settings): string[] {
  if (unsubscribeUrl !== undefined && httpPort === undefined) {
    return ['HTTP_PORT is missing: nobody would answer at UNSUBSCRIBE_URL; set both, or neither'];
  }
  if (unsubscribeUrl === undefined && httpPort !== undefined) {
    return ['UNSUBSCRIBE_URL is missing: no letter would lead to HTTP_PORT; set both, or neither'];
  }
  return [];
}
