import { randomBytes } from 'node:crypto';
import { KeyMissing, KeyRing } from './key-ring';

const key = (): string => randomBytes(32).toString('base64');
const OLD = key();

function aRing(secrets: { readonly current: string; readonly keys: Readonly<Record<string, string>> }): KeyRing {
  return new KeyRing({ ledger: { current: 'l1', keys: { l1: key() } }, secrets });
}

describe('a mail password', () => {
  const ring = aRing({ current: 's1', keys: { s1: OLD } });

  it('is opened by the key that sealed it', () => {
    expect(ring.unseal(ring.seal('пароль', 'account-1'), 'account-1')).toBe('пароль');
  });

  it('does not stand in what is stored', () => {
    expect(JSON.stringify(ring.seal('hunter2', 'account-1'))).not.toContain('hunter2');
  });

  it('is sealed differently each time', () => {
    expect(ring.seal('same', 'account-1').sealed).not.toBe(ring.seal('same', 'account-1').sealed);
  });

  it('does not open for another account, nor when a byte was changed', () => {
    const sealed = ring.seal('secret', 'account-1');
    expect(() => ring.unseal(sealed, 'account-2')).toThrow();
    const bytes = Buffer.from(sealed.sealed, 'base64');
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    expect(() => ring.unseal({ ...sealed, sealed: bytes.toString('base64') }, 'account-1')).toThrow();
  });

  it('is still opened after a newer key was added', () => {
    const sealed = ring.seal('secret', 'account-1');
    const newer = aRing({ current: 's2', keys: { s1: OLD, s2: key() } });
    expect(newer.unseal(sealed, 'account-1')).toBe('secret');
  });

  it('whose key is lost says what to do', () => {
    const sealed = ring.seal('secret', 'account-1');
    expect(() => aRing({ current: 's2', keys: { s2: key() } }).unseal(sealed, 'account-1')).toThrow(KeyMissing);
  });
});
