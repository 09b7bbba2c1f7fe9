import { KeyRing } from './key-ring';
import { checkKeys } from './check-keys';

const RING = new KeyRing({
  ledger: { current: 'ledger-2', keys: { 'ledger-1': 'a', 'ledger-2': 'b' } },
  secrets: { current: 'secrets-1', keys: { 'secrets-1': 'c' } },
});

describe('an operator who prepares a database', () => {
  it('is asked for the key file of a database that already holds recipients or passwords', () => {
    expect(() => checkKeys(new Set(['ledger-1', 'secrets-1']), null)).toThrow(/^Put back the key file/);
    expect(() => checkKeys(new Set(['ledger-9']), RING)).toThrow(/without ledger-9/);
  });

  it('may begin with an empty database, and go on with the key file it was made with', () => {
    expect(() => checkKeys(new Set(), null)).not.toThrow();
    expect(() => checkKeys(new Set(['ledger-1', 'secrets-1']), RING)).not.toThrow();
  });
});
