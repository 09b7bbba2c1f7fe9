import { rememberSecret } from './opened-secrets';
import { seal, unseal, type SealedSecret } from './sealed-secret';

/** The content of the key file: keys are added, never dropped; the current one is for what is new. */
export interface KeyFile {
  readonly ledger: NamedKeys;
  readonly secrets: NamedKeys;
}

export interface NamedKeys {
  readonly current: string;
  /** 32 bytes each, in base64, by key id. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The keys of one installation: the ledger's HMAC keys and those that seal mail passwords. */
export class KeyRing {
  constructor(private readonly file: KeyFile) {
    for (const { keys } of [file.ledger, file.secrets]) Object.values(keys).forEach(rememberSecret);
  }

  get ledger(): { readonly current: LedgerKey; readonly all: readonly LedgerKey[] } {
    const { current, keys } = this.file.ledger;
    return {
      current: { id: current, bytes: keyBytes(keys, current) },
      all: Object.keys(keys).map((id) => ({ id, bytes: keyBytes(keys, id) })),
    };
  }

  /** Whether either family holds this key. */
  has(keyId: string): boolean {
    return [this.file.ledger, this.file.secrets].some(({ keys }) => Object.hasOwn(keys, keyId));
  }

  seal(secret: string, owner: string): SealedSecret {
    const { current, keys } = this.file.secrets;
    return seal(secret, owner, { id: current, bytes: keyBytes(keys, current) });
  }

  unseal(secret: SealedSecret, owner: string): string {
    return rememberSecret(unseal(secret, owner, keyBytes(this.file.secrets.keys, secret.keyId)));
  }
}

export interface LedgerKey {
  readonly id: string;
  readonly bytes: Buffer;
}

function keyBytes(keys: NamedKeys['keys'], id: string): Buffer {
  const bytes = Buffer.from(keys[id] ?? '', 'base64');
  if (bytes.length !== 32) throw new KeyMissing(id);
  return bytes;
}

/** The key file does not hold a key that the database names. */
export class KeyMissing extends Error {
  readonly code = 'KEY_MISSING';
  constructor(readonly keyId: string) {
    super(`The key file has no key "${keyId}" of 32 bytes; put back the key file this database was made with.`);
  }
}
