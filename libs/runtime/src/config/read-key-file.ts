import { readFileSync } from 'node:fs';
import { KeyRing, type KeyFile, type NamedKeys } from '@app/persistence/keys/key-ring';

/** Reads the key file `sales-agent init` made. Throws `KeyFileUnusable` with what to do; never shows a key. */
export function readKeyFile(path: string): KeyRing {
  return new KeyRing(loadKeyFile(path));
}

/** The keys themselves, for whoever adds one. Throws as above. */
export function loadKeyFile(path: string): KeyFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KeyFileUnusable(
      path,
      'cannot be read; run `sales-agent init`, or put back the file of this installation',
      { cause },
    );
  }
  const parsed = parse(text);
  if (!isKeyFile(parsed))
    throw new KeyFileUnusable(path, 'is not a key file; put back the one `sales-agent init` made');
  return parsed;
}

/** The key file is missing or damaged; without it nothing is sent. */
export class KeyFileUnusable extends Error {
  readonly code = 'KEY_FILE_UNUSABLE';
  constructor(
    readonly path: string,
    what: string,
    options?: ErrorOptions,
  ) {
    super(`KEY_FILE ${path} ${what}.`, options);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isKeyFile(value: unknown): value is KeyFile {
  return isRecord(value) && isNamedKeys(value['ledger']) && isNamedKeys(value['secrets']);
}

function isNamedKeys(value: unknown): value is NamedKeys {
  if (!isRecord(value) || typeof value['current'] !== 'string' || !isRecord(value['keys'])) return false;
  const { current, keys } = value;
  return typeof keys[current] === 'string' && Object.values(keys).every((key) => typeof key === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
