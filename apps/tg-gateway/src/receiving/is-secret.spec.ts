import { isSecret } from './is-secret';

describe('the secret of the webhook', () => {
  it('is known only in full', () => {
    expect(isSecret('a-secret-of-ours', 'a-secret-of-ours')).toBe(true);
    for (const given of ['a-secret-of-our', 'a-secret-of-ours ', '', undefined, ['a-secret-of-ours']]) {
      expect(isSecret(given, 'a-secret-of-ours')).toBe(false);
    }
  });
});
