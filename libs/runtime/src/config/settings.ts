import { plainToInstance, Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, validateSync } from 'class-validator';

/** Everything the services read from their environment. `.env.example` says what each is for. */
export class Settings {
  @Matches(/^mongodb(\+srv)?:\/\/.+/, {
    message: 'MONGODB_URI must be a mongodb:// or mongodb+srv:// address of a replica set',
  })
  mongodbUri = '';

  @Matches(/^[A-Za-z0-9_-]{1,63}$/, { message: 'MONGODB_DATABASE must be 1 to 63 letters, digits, _ or -' })
  mongodbDatabase = 'sales_agent';

  @Matches(/\S/, { message: 'KEY_FILE must be the path of the key file that `sales-agent init` makes' })
  keyFile = '';

  @IsOptional()
  @IsString()
  ledgerJournal?: string;

  @IsIn(['error', 'warn', 'log', 'debug'], { message: 'LOG_LEVEL must be error, warn, log or debug' })
  logLevel: 'error' | 'warn' | 'log' | 'debug' = 'log';

  @Transform(toBoolean)
  @IsBoolean({ message: 'MAIL_LOOPBACK_ONLY must be true or false' })
  mailLoopbackOnly = false;

  @Transform(toBoolean)
  @IsBoolean({ message: 'MOVABLE_CLOCK must be true or false' })
  movableClock = false;
}

const VARIABLES = {
  mongodbUri: 'MONGODB_URI',
  mongodbDatabase: 'MONGODB_DATABASE',
  keyFile: 'KEY_FILE',
  ledgerJournal: 'LEDGER_JOURNAL',
  logLevel: 'LOG_LEVEL',
  mailLoopbackOnly: 'MAIL_LOOPBACK_ONLY',
  movableClock: 'MOVABLE_CLOCK',
} as const satisfies Record<keyof Settings, string>;

/** The only reader of the environment. Throws `SettingsInvalid` with every problem at once, and never shows a value. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(VARIABLES).flatMap(([name, variable]) => {
    const value = environment[variable];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const settings = plainToInstance(Settings, Object.fromEntries(given), { exposeDefaultValues: true });
  const problems = validateSync(settings).flatMap(({ constraints }) => Object.values(constraints ?? {}));
  if (problems.length > 0) throw new SettingsInvalid(problems);
  return settings;
}

/** The environment lacks something, or holds something that cannot be. */
export class SettingsInvalid extends Error {
  readonly code = 'SETTINGS_INVALID';
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not right (see .env.example):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

function toBoolean({ value }: TransformFnParams): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}
