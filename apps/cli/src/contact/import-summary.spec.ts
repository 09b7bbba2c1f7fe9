import { importSummary } from './import-summary';
import type { Imported } from './import-contacts';

const ROWS: readonly Imported[] = [
  { line: 2, address: 'anna@dom.example', status: 'added', because: '' },
  { line: 3, address: 'boris@dom.example', status: 'already-there', because: 'it is a contact of this product.' },
  {
    line: 4,
    address: 'clara@dom.example',
    status: 'refused',
    because: 'it is suppressed; `sales-agent suppression check` says why.',
  },
  { line: 5, address: '', status: 'bad', because: '"x" is not an e-mail address; write it like name@company.com.' },
];

describe('an operator who imported a list', () => {
  it('reads a line for each row that was not added, and the figures last', () => {
    expect(importSummary(ROWS, false).split('\n')).toEqual([
      'line 3: boris@dom.example is already there: it is a contact of this product.',
      'line 4: clara@dom.example is refused: it is suppressed; `sales-agent suppression check` says why.',
      'line 5: "x" is not an e-mail address; write it like name@company.com.',
      '1 added, 1 already there, 1 refused, 1 bad.',
    ]);
  });

  it('is told what a dry run would do, and what waits for a brain', () => {
    const row = { line: 2, address: 'anna@dom.example', because: '' };
    expect(importSummary([{ ...row, status: 'would-be-added' }], true)).toMatch(/^1 would be added, /);
    expect(importSummary([{ ...row, status: 'queued' }], false)).toMatch(/^0 added, 1 queued until a sales-brain runs/);
  });
});
