import type { AccountCheck } from '@app/persistence/accounts/account.schema';
import { waitingChecks } from './waiting-checks';

const at = new Date('2026-11-23T08:00:00Z');
const found = (name: AccountCheck['name'], state: AccountCheck['state']): AccountCheck => ({
  name,
  state,
  said: '',
  at,
});

describe('an operator who adds a contact', () => {
  const requiredChecks = ['smtp', 'spf'] as const;

  it('is told from which mailbox no first letter leaves yet', () => {
    const checked = { address: 'ready@our.example', checks: [found('smtp', 'right'), found('spf', 'right')] };
    const wrong = { address: 'wrong@our.example', checks: [found('smtp', 'right'), found('spf', 'wrong')] };
    const never = { address: 'never@our.example', checks: [] };
    expect(waitingChecks({ requiredChecks }, [checked, wrong, never])).toEqual([
      'First letters from wrong@our.example wait: spf is not right; `sales-agent account check wrong@our.example` says what to do.',
      'First letters from never@our.example wait: smtp, spf are not right; `sales-agent account check never@our.example` says what to do.',
    ]);
  });

  it('is told nothing where the product demands nothing', () => {
    expect(waitingChecks({ requiredChecks: [] }, [{ address: 'never@our.example', checks: [] }])).toEqual([]);
  });
});
