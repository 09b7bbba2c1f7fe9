import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A secret under AES-256-GCM (NIST SP 800-38D), each part in base64. The owner's id is authenticated with it. */
export interface SealedSecret {
  readonly keyId: string;
  readonly iv: string;
  readonly tag: string;
  readonly sealed: string;
}

/** Seals a secret for one owner: moved to another document it does not open. */
export function seal(
  secret: string,
  owner: string,
  key: { readonly id: string; readonly bytes: Buffer },
): SealedSecret {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    keyId: key.id,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** Opens what `seal` made; throws when the key, the owner or a byte is not the same. */
export function unseal(secret: SealedSecret, owner: string, key: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(secret.iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(Buffer.from(secret.tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(secret.sealed, 'base64')), decipher.final()]).toString('utf8');
}
