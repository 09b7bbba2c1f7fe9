import type { ChatHappening } from '@app/domain/chat-facts';
import type { WaitingFact } from '@app/persistence/conversations/waiting-facts';
import { aMessageDocument } from '@app/persistence/testing/documents';
import { withEdits } from './with-edits';

/** As Telegram tells it: an edit bears the id of the message that it edits. */
function happened(id: string, messageId: string, happening: ChatHappening): WaitingFact {
  const chat = { chatId: '7', userId: '7', username: '', languageCode: 'ru', happening, businessConnectionId: null };
  const message = { ...aMessageDocument({ text: id }), _id: id, channel: 'telegram' as const, messageId, chat };
  return { type: 'message', message, isPreceded: false, toFile: null };
}

const wrote = (id: string, messageId: string) => happened(id, messageId, { type: 'wrote' });
const edited = (id: string, messageId: string) => happened(id, messageId, { type: 'edited', edits: messageId });
const outdated = (...facts: readonly WaitingFact[]) => [...withEdits(facts).outdated];

describe('a message that was edited', () => {
  it('before it was read says what its last edit says', () => {
    expect(outdated(wrote('u1', 'm1'), edited('u2', 'm1'), wrote('u3', 'm2'), edited('u4', 'm1'))).toEqual([
      'u1',
      'u2',
    ]);
  });

  it('after it was read is a message like any other', () => {
    expect(outdated(edited('u2', 'm1'))).toEqual([]);
  });
});

describe('what says nothing in words', () => {
  it('is never outdated, though it bears no id of a message', () => {
    expect(outdated(happened('u1', '', { type: 'blocked' }), happened('u2', '', { type: 'unblocked' }))).toEqual([]);
  });
});
