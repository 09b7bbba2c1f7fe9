import type { UnfiledMessage } from '@app/persistence/messages/filing';
import { FilingByTurn, MOST_OFFERED } from './filing-by-turn';

describe('a message whose conversation can be looked at now', () => {
  it('is filed by the turn that takes it', async () => {
    const byTurn = new FilingByTurn();
    const message = aMessageOf('anna');
    const isFiled = byTurn.offer(message, () => {
      expect(byTurn.begin('anna')).toBe(message);
    });
    byTurn.filed('anna');
    byTurn.end('anna');
    expect(await isFiled).toBe(true);
  });

  it('is filed as ever when the turn has not taken it', async () => {
    const byTurn = new FilingByTurn();
    const isFiled = byTurn.offer(aMessageOf('anna'), () => byTurn.begin('anna'));
    byTurn.end('anna');
    expect(await isFiled).toBe(false);
  });

  it('is offered to one look only', async () => {
    const byTurn = new FilingByTurn();
    const isFiled = byTurn.offer(aMessageOf('anna'), () => byTurn.begin('anna'));
    byTurn.end('anna');
    expect(byTurn.begin('anna')).toBeNull();
    expect(await isFiled).toBe(false);
  });
});

describe('a message that no turn can take at once', () => {
  it('is filed as ever when nobody begins with its conversation', async () => {
    const byTurn = new FilingByTurn();
    expect(await byTurn.offer(aMessageOf('anna'), () => undefined)).toBe(false);
    expect(byTurn.begin('anna')).toBeNull();
  });

  it('is filed as ever when its conversation is looked at already, which may have been loaded without it', async () => {
    const byTurn = new FilingByTurn();
    byTurn.begin('anna');
    const wake = jest.fn();
    expect(await byTurn.offer(aMessageOf('anna'), wake)).toBe(false);
    expect(wake).not.toHaveBeenCalled();
  });

  it('is filed as ever while so many turns hang, so that they hold up nobody', async () => {
    const byTurn = new FilingByTurn();
    for (let name = 0; name < MOST_OFFERED; name += 1) {
      void byTurn.offer(aMessageOf(String(name)), () => byTurn.begin(String(name)));
    }
    expect(await byTurn.offer(aMessageOf('eva'), () => byTurn.begin('eva'))).toBe(false);
  });
});

function aMessageOf(conversationId: string): UnfiledMessage {
  return { id: `from-${conversationId}`, filing: { conversationId, matchedBy: 'thread', senderKnown: true } };
}
