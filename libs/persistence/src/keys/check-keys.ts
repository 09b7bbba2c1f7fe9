import type { KeyRing } from './key-ring';

/** Throws `KeysForeign` when the database was made with a key that is not in the ring; `null`: there is no key file. */
export function checkKeys(inUse: ReadonlySet<string>, ring: KeyRing | null): void {
  const missing = [...inUse].filter((id) => !ring?.has(id));
  if (missing.length > 0) throw new KeysForeign(missing);
}

/** Under other keys nobody who said stop would be known. */
export class KeysForeign extends Error {
  readonly code = 'KEYS_FOREIGN';
  constructor(readonly missing: readonly string[]) {
    super(
      `Put back the key file this database was made with as KEY_FILE: without ${missing.join(' and ')} nobody who said stop would be known.`,
    );
  }
}
