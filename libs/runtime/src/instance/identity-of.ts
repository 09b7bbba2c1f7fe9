import type { DynamicModule } from '@nestjs/common';
import { Identity } from './identity';

/** Who runs this root of a service: what it logs before it is assembled bears that name too. */
export function identityOf({ module, providers = [] }: DynamicModule): Identity {
  for (const provider of providers) {
    if ('useValue' in provider && provider.useValue instanceof Identity) return provider.useValue;
  }
  throw new Error(`${module.name} provides no Identity.`);
}
