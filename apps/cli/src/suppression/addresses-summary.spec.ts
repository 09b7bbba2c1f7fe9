import { addressesSummary } from './addresses-summary';
import type { ImportedAddress } from './import-addresses';

const ROWS: readonly ImportedAddress[] = [
  { line: 1, address: 'anna@dom.example', status: 'suppressed', because: '' },
  { line: 2, address: 'boris@dom.example', status: 'already-suppressed', because: '' },
  { line: 3, address: '', status: 'bad', because: '"x" is not an e-mail address; write it like name@company.com.' },
];

describe('an operator who imported a list of addresses', () => {
  it('reads the bad lines, and the figures last', () => {
    expect(addressesSummary(ROWS, false).split('\n')).toEqual([
      'line 3: "x" is not an e-mail address; write it like name@company.com.',
      '1 suppressed, 1 already were, 1 bad.',
    ]);
  });

  it('is told what a dry run would do, and what waits for a brain', () => {
    const row = { line: 1, address: 'anna@dom.example', because: '' };
    expect(addressesSummary([{ ...row, status: 'would-be-suppressed' }], true)).toMatch(/^1 would be suppressed, /);
    expect(addressesSummary([{ ...row, status: 'queued' }], false)).toMatch(/^0 suppressed, 1 queued until/);
  });
});
