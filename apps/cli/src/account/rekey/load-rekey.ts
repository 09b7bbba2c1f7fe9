import type * as Rekeying from './rekey';

/** Loaded only where it is needed: help needs no database. */
export function loadRekey(): typeof Rekeying {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./rekey') as typeof Rekeying;
}
