import { KeyRing } from '../keys/key-ring';
import { recipientKeys } from './recipient-keys';

const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const secrets = { current: 's1', keys: { s1: bytes(9) } };
const RING = new KeyRing({ ledger: { current: 'l1', keys: { l1: bytes(1) } }, secrets });

describe('the guard of an address', () => {
  it.each([
    ['in capitals', 'Anna@Example.COM'],
    ['with spaces around it', ' anna@example.com '],
  ])('is the same %s', (_, address) => {
    expect(recipientKeys(address, RING)).toEqual(recipientKeys('anna@example.com', RING));
  });

  it('is the same for an international domain and its ASCII form', () => {
    expect(recipientKeys('анна@почта.рф', RING)).toEqual(recipientKeys('анна@xn--80a1acny.xn--p1ai', RING));
  });

  it('with a +tag stands beside the guard of the form without it', () => {
    const [plain] = recipientKeys('anna@example.com', RING).current;
    expect(recipientKeys('anna+offers@example.com', RING).current).toContain(plain);
    expect(recipientKeys('anna+offers@example.com', RING).own).not.toContain(plain);
  });

  it('of a Telegram user name is the same in capitals, and no e-mail address has it', () => {
    expect(recipientKeys('@Anna_Buyer', RING)).toEqual(recipientKeys('@anna_buyer', RING));
    expect(recipientKeys('@anna_buyer', RING).all).toHaveLength(1);
    expect(recipientKeys('anna_buyer', RING).all).not.toEqual(recipientKeys('@anna_buyer', RING).all);
  });

  it('does not show the address', () => {
    expect(recipientKeys('anna@example.com', RING).all.join()).not.toContain('anna');
  });

  it('is still found after a newer key was added', () => {
    const newer = new KeyRing({ ledger: { current: 'l2', keys: { l1: bytes(1), l2: bytes(2) } }, secrets });
    const [before] = recipientKeys('anna@example.com', RING).current;
    expect(recipientKeys('anna@example.com', newer).all).toContain(before);
    expect(recipientKeys('anna@example.com', newer).current).not.toContain(before);
  });
});
