import {
  aConversation,
  awaiting,
  contactWrote,
  given,
  messageUnderstood,
  NOW,
  settled,
  timerFired,
  told,
  under,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const FOLLOW_UP = { type: 'sendMessage', letters: ['follow-up'] } as const;
const twice = { followUps: 2 };

describe('a contact who stays silent', () => {
  it('is left alone where the product follows nothing up', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(timerFired('silence'))
      .then({ stage: 'offer-ignored', effects: [] });
  });

  it('is followed up as often as the product says, and then left alone', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(under(twice, timerFired('silence')))
      .then({ stage: 'awaiting-reply', effects: [FOLLOW_UP], memory: { followUps: 1 } });
    given(aConversation({ stage: 'awaiting-reply', memory: { followUps: 2 } }))
      .when(under(twice, timerFired('silence')))
      .then({ stage: 'offer-ignored', effects: [] });
  });

  it('is waited for from the moment the follow-up left', () => {
    given(aConversation({ stage: 'awaiting-reply', memory: awaiting('follow-up') }))
      .when(settled({ outcome: 'sent' }, { letters: ['follow-up'] }))
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it('and then writes is followed up from the start again', () => {
    given(aConversation({ stage: 'awaiting-reply', memory: { followUps: 2 } }))
      .when(contactWrote())
      .then({ memory: { followUps: 0 } });
  });

  it('when asked for a colleague has ignored the offer', () => {
    given(aConversation({ stage: 'awaiting-colleague' }))
      .when(under(twice, timerFired('silence')))
      .then({ stage: 'offer-ignored', effects: [] });
  });

  it('waits for approval like anybody where the operator approves', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(under({ ...twice, approval: 'approve' }, timerFired('silence')))
      .then({ effects: [FOLLOW_UP, told('draft-due', 'a draft waits: follow-up')] });
  });
});

describe('a contact who only says thanks', () => {
  const thanks = messageUnderstood({ intents: [{ type: 'acknowledged' }] });

  it('hears nothing, and silence is counted anew', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'awaiting-reply' } }))
      .when(thanks)
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it.each(['offer-ignored', 'unreachable'] as const)('after %s is waited for again', (cameFrom) => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom } }))
      .when(thanks)
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it.each(['drafting-offer', 'answering', 'awaiting-reply', 'awaiting-colleague', 'in-demo'] as const)(
    'while a letter is on its way in %s changes nothing',
    (cameFrom) => {
      given(aConversation({ stage: 'understanding', memory: { cameFrom, ...awaiting('answer') } }))
        .when(thanks)
        .then({ stage: cameFrom, effects: [], memory: awaiting('answer') });
    },
  );
});

describe('a contact who writes in the other language', () => {
  it('is answered in theirs', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'presentation' }], language: 'en', contactLanguage: 'ru' }))
      .then({
        effects: [
          { type: 'changeLanguage', language: 'en' },
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['presentation'], answers: 'message-1' },
        ],
      });
  });

  it.each([
    ['the language cannot be told', { language: null }],
    ['it is the one they are written to in', { language: 'ru' }],
    ['a stranger wrote', { language: 'en', senderKnown: false }],
  ] as const)('is written to as before when %s', (_, facts) => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'stop' }], contactLanguage: 'ru', ...facts }))
      .then({
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
          { type: 'cancelMessages' },
          CANCEL_TIMERS,
        ],
      });
  });
});

describe('a contact whose words are not surely read', () => {
  it.each(['demo', 'acknowledged', 'presentation'] as const)('is left to a person (%s)', (type) => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type }], confidence: 0.49, accessCode: 'A1' }))
      .then({
        stage: 'handed-over',
        effects: [CANCEL_TIMERS, told('handed-over', 'the message was not understood')],
      });
  });

  it('is stopped all the same when it may have been a stop', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'stop' }], confidence: 0.1 }))
      .then({ stage: 'stopped' });
  });

  it('is left to a person though the rest of the burst is clear', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(
        messageUnderstood({ intents: [{ type: 'demo' }], confidence: 0.2 }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'presentation' }] }),
      )
      .then({ stage: 'handed-over' });
  });
});
