import { aConversationDocument } from '@app/persistence/testing/documents';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { turnLine } from './turn-line';

const conversation = aConversationDocument({ _id: 'c-1' });

describe('the line of a commit', () => {
  it('tells each turn in its order, and the letters that follow', () => {
    const turns = [
      aTurn({ event: { type: 'contactWrote' }, stage: 'understanding' }),
      aTurn({
        event: { type: 'messageUnderstood' },
        stage: 'answering',
        effects: [{ type: 'sendMessage', letters: ['presentation'], key: 'k' }],
      }),
    ];
    expect(turnLine({ conversation, turns }, 'Anna')).toBe(
      "Anna's conversation: contactWrote → understanding, messageUnderstood → answering (presentation)",
    );
  });

  it('names the conversation where it may not name the contact, and says why an event was ignored', () => {
    const turns = [
      aTurn({
        event: { type: 'timerFired' },
        stage: 'stopped',
        decision: 'ignored',
        because: 'timerFired means nothing in stopped',
      }),
    ];
    expect(turnLine({ conversation, turns }, '')).toBe(
      'Conversation c-1: timerFired ignored (timerFired means nothing in stopped)',
    );
  });
});

interface Told {
  readonly event: { readonly type: Turn['event']['type'] };
  readonly stage: Turn['stage'];
  readonly decision?: Turn['decision'];
  readonly because?: string;
  readonly effects?: readonly object[];
}

function aTurn(told: Told): Turn {
  return { decision: 'moved', because: null, effects: [], ...told } as unknown as Turn;
}
