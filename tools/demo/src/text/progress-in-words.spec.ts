import { messageUnderstood, NOW, RULES } from '@app/domain/testing/builders';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { progressInWords, type Progress } from './progress-in-words';

const HAPPENED = { id: 'e', at: NOW, rules: RULES };

describe('the quiet line after a reply', () => {
  it('says what was understood, what is waited for and until when', () => {
    const progress = standing({
      turns: [
        aTurn({
          ...HAPPENED,
          type: 'contactWrote',
          messageId: 'm',
          channel: 'email',
          senderKnown: true,
          answerReplaceable: false,
        }),
        read(),
      ],
      stage: 'postponed',
      due: new Date('2026-12-01T06:00:00Z'),
    });
    expect(progressInWords(progress)).toBe(
      'understood: presentation, postpone to Tue 1 December 2026 → postponed: waits until Tue 1 December 2026, 09:00, and then writes again',
    );
  });

  it('says after a stop that nothing is ever sent again, and that nothing more is read', () => {
    const unread = aTurn({
      ...HAPPENED,
      type: 'contactWrote',
      messageId: 'm',
      channel: 'email',
      senderKnown: true,
      answerReplaceable: false,
    });
    const progress = standing({ turns: [{ ...unread, decision: 'ignored', because: 'it is over' }], stage: 'stopped' });
    expect(progressInWords(progress)).toBe('not read → stopped: never writes to anna@dom.example again');
  });

  it('says which time has come', () => {
    const turns = [aTurn({ ...HAPPENED, type: 'timerFired', timer: 'reminder' })];
    expect(progressInWords(standing({ turns, stage: 'awaiting-reply' }))).toBe(
      'the agreed day has come → awaiting-reply: waits for an answer',
    );
  });

  it('says why a person has to answer', () => {
    const progress = standing({ stage: 'handed-over', handedOverBecause: 'the message was not understood' });
    expect(progressInWords(progress)).toBe('handed-over: waits for the operator (the message was not understood)');
  });
});

function standing(change: Partial<Progress>): Progress {
  return {
    address: 'anna@dom.example',
    turns: [],
    stage: 'awaiting-reply',
    due: null,
    handedOverBecause: null,
    timeZone: 'Europe/Moscow',
    ...change,
  };
}

function aTurn(event: Turn['event']): Progress['turns'][number] {
  return { event, decision: 'moved', because: null };
}

function read(): Progress['turns'][number] {
  const until = new Date('2026-11-30T21:00:00Z');
  return aTurn(messageUnderstood({ intents: [{ type: 'presentation' }, { type: 'postpone', until }] }));
}
