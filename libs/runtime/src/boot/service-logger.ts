import { isatty } from 'node:tty';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { CommonSettings } from '../config/common-settings';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];
/** What Nest says of its own assembly helps nobody who runs a service. */
const ASSEMBLY = ['InstanceLoader', 'NestApplication', 'NestFactory', 'RouterExplorer', 'RoutesResolver'];

/** Writes a service's log: the lines of the chosen level and above, in colours only where somebody looks. */
export class ServiceLogger extends ConsoleLogger {
  constructor(name: string, { logLevel }: Pick<CommonSettings, 'logLevel'>) {
    // Nest takes "not known" for yes, and a file is full of escape codes then.
    const colors = isatty(process.stdout.fd);
    super(name, { logLevels: LEVELS.slice(0, LEVELS.indexOf(logLevel) + 1), colors });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && ASSEMBLY.includes(context)) return;
    super.log(message, ...rest);
  }
}
