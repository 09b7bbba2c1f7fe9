import type { DynamicModule } from '@nestjs/common';
import type { CommonSettings } from '../config/common-settings';
import { identityOf } from '../instance/identity-of';
import { Redactor } from './redactor';
import { ServiceLogger } from './service-logger';

/** The logger of a service, in the name of whoever its root says runs it; it knows every secret of its settings. */
export function loggerOf(service: DynamicModule, settings: CommonSettings): ServiceLogger {
  const redactor = new Redactor(settings.logTexts);
  redactor.hideSettings(settings);
  return new ServiceLogger(identityOf(service), settings, redactor);
}
