import type { Change } from '@app/persistence/feed/change';
import { OwnChanges } from './own-changes';

const FILED: Change = {
  collection: 'messages',
  operation: 'update',
  id: 'message',
  set: { state: 'filed', unhandledFor: 'conversation' },
};

describe('a contact’s message that this very process filed', () => {
  it('is not looked at a second time when the feed tells of it', () => {
    const own = new OwnChanges();
    own.expect(FILED);

    expect(own.isEcho(FILED)).toBe(true);
    expect(own.isEcho(FILED)).toBe(false);
  });

  it('is looked at when it was somebody else who filed it, or under another conversation', () => {
    const own = new OwnChanges();
    own.expect(FILED);

    expect(own.isEcho({ ...FILED, id: 'another' })).toBe(false);
    expect(own.isEcho({ ...FILED, set: { ...FILED.set, unhandledFor: 'another' } })).toBe(false);
  });

  it('is remembered no longer than a thousand others', () => {
    const own = new OwnChanges();
    own.expect(FILED);
    for (let number = 1; number <= 1000; number += 1) own.expect({ ...FILED, id: `message-${number}` });

    expect(own.isEcho(FILED)).toBe(false);
  });
});
