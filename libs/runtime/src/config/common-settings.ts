import { IsIn, Matches } from 'class-validator';
import { MONITORING_VARIABLES, MonitoringSettings } from './monitoring-settings';

/** What every program reads: where the database is, and how much it says. */
export class CommonSettings extends MonitoringSettings {
  @Matches(/^mongodb(\+srv)?:\/\/.+/, {
    message: 'MONGODB_URI must be a mongodb:// or mongodb+srv:// address of a replica set',
  })
  mongodbUri = '';

  @Matches(/^[A-Za-z0-9_-]{1,63}$/, { message: 'MONGODB_DATABASE must be 1 to 63 letters, digits, _ or -' })
  mongodbDatabase = 'sales_agent';

  @IsIn(['error', 'warn', 'log', 'debug'], { message: 'LOG_LEVEL must be error, warn, log or debug' })
  logLevel: 'error' | 'warn' | 'log' | 'debug' = 'log';
}

export const COMMON_VARIABLES = {
  mongodbUri: 'MONGODB_URI',
  mongodbDatabase: 'MONGODB_DATABASE',
  logLevel: 'LOG_LEVEL',
  ...MONITORING_VARIABLES,
} as const satisfies Record<keyof CommonSettings, string>;
