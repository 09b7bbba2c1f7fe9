import {
  destination,
  multistream,
  pino,
  stdTimeFunctions,
  type DestinationStream,
  type Level,
  type Logger as Lines,
} from 'pino';
import { Logger, PinoLogger } from 'nestjs-pino';
import type { CommonSettings } from '../config/common-settings';
import type { Identity } from '../instance/identity';
import { redactLine } from './redact-line';
import type { Redactor } from './redactor';

const LEVELS = { error: 'error', warn: 'warn', log: 'info', debug: 'debug' } as const satisfies Record<
  CommonSettings['logLevel'],
  Level
>;
/** What Nest says of its own assembly helps nobody who runs a service. */
const ASSEMBLY = ['InstanceLoader', 'NestApplication', 'NestFactory', 'RouterExplorer', 'RoutesResolver'];

/** Writes a service's log as JSON lines, redacted: errors to stderr, all else to stdout. */
export class ServiceLogger extends Logger {
  constructor(identity: Identity, settings: Pick<CommonSettings, 'logLevel'>, redactor: Redactor) {
    super(new PinoLogger({ pinoHttp: { logger: linesOf(identity, settings, redactor, OUTPUT) } }), {});
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context === 'string' && ASSEMBLY.includes(context)) return;
    super.log(message, ...rest);
  }
}

/** The writer of the lines. Nothing gets past `streamWrite`, which sees each line as it would be written. */
export function linesOf(
  { service, id }: Identity,
  { logLevel }: Pick<CommonSettings, 'logLevel'>,
  redactor: Redactor,
  output: DestinationStream,
): Lines {
  return pino(
    {
      level: LEVELS[logLevel],
      base: { service, instance: id },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: (line) => redactLine(line, redactor) },
    },
    output,
  );
}

/** At once, so that a process that dies has said all. */
const OUTPUT = multistream(
  [
    { level: 'trace', stream: destination({ fd: 1, sync: true }) },
    { level: 'error', stream: destination({ fd: 2, sync: true }) },
  ],
  { dedupe: true },
);
