import { randomBytes } from 'node:crypto';
import { KeyRing, type KeyFile } from '@app/persistence/keys/key-ring';

/** A key file of random keys. */
export function randomKeyFile(): KeyFile {
  const key = (): string => randomBytes(32).toString('base64');
  return {
    ledger: { current: 'l1', keys: { l1: key() } },
    secrets: { current: 's1', keys: { s1: key() } },
  };
}

export function randomKeys(): KeyRing {
  return new KeyRing(randomKeyFile());
}
