import type { ChatHappening } from '@app/domain/chat-facts';
import type { Said } from './said';
import { toInboundMessage } from './to-inbound-message';

function aSaid(facts: Partial<Said>): Said {
  return {
    updateId: 9,
    chatId: '4711',
    user: { id: 4711, first_name: 'Анна' },
    happening: { type: 'wrote' },
    text: 'Да',
    messageId: 5,
    repliesTo: null,
    at: null,
    file: null,
    businessConnectionId: null,
    ...facts,
  };
}

const BY = { botId: '7', attachments: [], storedAt: new Date(0) };

describe('what is stored of what a person said', () => {
  it('bears the update’s id, so that the same update is stored once', () => {
    expect(toInboundMessage(aSaid({}), BY)).toMatchObject({ _id: 'telegram:7:9', externalId: '9', order: 9 });
  });

  it.each<[ChatHappening, string]>([
    [{ type: 'wrote' }, 'human'],
    [{ type: 'edited', edits: 'telegram:4711:4' }, 'human'],
    [{ type: 'started', token: null }, 'chat'],
    [{ type: 'pressed', action: 'stop' }, 'chat'],
    [{ type: 'blocked' }, 'chat'],
  ])('is of a kind by what was done: %j', (happening, kind) => {
    expect(toInboundMessage(aSaid({ happening }), BY).kind).toBe(kind);
  });

  it('is the owner’s own writing when it stands in somebody else’s chat', () => {
    const owner = { id: 99, first_name: 'Мария' };
    expect(toInboundMessage(aSaid({ user: owner, businessConnectionId: 'c' }), BY)).toMatchObject({
      kind: 'operator',
      from: 'telegram:99',
      to: ['telegram:4711'],
    });
    expect(toInboundMessage(aSaid({ businessConnectionId: 'c' }), BY)).toMatchObject({ kind: 'human' });
  });

  it('names no message where none was written', () => {
    expect(toInboundMessage(aSaid({ messageId: null, repliesTo: 3 }), BY)).toMatchObject({
      messageId: '',
      threadIds: ['telegram:4711:3'],
    });
  });
});
