import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CommonSettings } from '../config/common-settings';
import { Identity } from '../instance/identity';
import type * as Exporting from './export-traces';

/** Sends the traces of this process to the collector the settings name; without one nothing is loaded or written. */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private stop: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly settings: CommonSettings,
    private readonly identity: Identity,
  ) {}

  onModuleInit(): void {
    const { otlpEndpoint } = this.settings;
    if (otlpEndpoint !== undefined) this.stop = loadExporting().exportTraces(otlpEndpoint, this.identity);
  }

  /** What was traced so far is sent before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}

function loadExporting(): typeof Exporting {
  // `import()` would have to name a built file.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./export-traces') as typeof Exporting;
}
