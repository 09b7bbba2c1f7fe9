import { Transform } from 'class-transformer';
import { IsBoolean, IsIP, IsOptional, ValidateBy } from 'class-validator';
import { toBoolean } from './to-boolean';
import { toNumber } from './to-number';

/** How much a program lets be seen of itself. */
export class MonitoringSettings {
  @Transform(toBoolean)
  @IsBoolean({ message: 'LOG_TEXTS must be true or false' })
  logTexts = false;

  /** Where health and metrics are served; 0 for nowhere. */
  @Transform(toNumber)
  @ValidateBy(
    { name: 'isPortOrNone', validator: { validate: isPortOrNone } },
    { message: 'HEALTH_PORT must be a port from 1 to 65535, or 0 for none' },
  )
  healthPort = 0;

  @IsIP(undefined, { message: 'HEALTH_HOST must be an IP address of this machine, such as 127.0.0.1 or 0.0.0.0' })
  healthHost = '127.0.0.1';

  /** The OTLP/HTTP collector that traces go to. */
  @IsOptional()
  @ValidateBy(
    { name: 'isCollector', validator: { validate: isCollector } },
    { message: 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http:// or https:// address, without user, ? and #' },
  )
  otlpEndpoint?: string;
}

export const MONITORING_VARIABLES = {
  logTexts: 'LOG_TEXTS',
  healthPort: 'HEALTH_PORT',
  healthHost: 'HEALTH_HOST',
  otlpEndpoint: 'OTEL_EXPORTER_OTLP_ENDPOINT',
} as const satisfies Record<keyof MonitoringSettings, string>;

function isPortOrNone(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 65_535;
}

function isCollector(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value) || /[?#\s]/.test(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
