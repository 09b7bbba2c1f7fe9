import type { KeyRing } from '@app/persistence/keys/key-ring';
import { Mistake } from '../command-line/mistake.error';

/** Throws a `Mistake` when the database was made with a key that is not in the ring; `null`: there is no key file. */
export function checkKeys(path: string, inUse: ReadonlySet<string>, ring: KeyRing | null): void {
  const missing = [...inUse].filter((id) => !ring?.has(id));
  if (missing.length === 0) return;
  throw new Mistake(
    `Put back the key file this database was made with at ${path}: without ${missing.join(' and ')} nobody who said stop would be known.`,
  );
}
