import { STAGES } from './stage';
import {
  aConversation,
  awaiting,
  contactWrote,
  conversationOpened,
  given,
  messageUnderstood,
  NOW,
  operatorReleased,
  operatorReplied,
  operatorStopped,
  redirectTo,
  RULES,
  settled,
  timerFired,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const TUESDAY_DECEMBER_1 = new Date('2026-11-30T21:00:00Z');
const DECEMBER_1_AT_TEN = new Date('2026-12-01T07:00:00Z');

describe('a new contact', () => {
  it('gets the opening letter', () => {
    given(aConversation({ stage: 'drafting-offer' }))
      .when(conversationOpened())
      .then({
        stage: 'drafting-offer',
        effects: [{ type: 'sendMessage', letters: ['opening'] }],
        memory: { awaited: { outboxId: 'event-1:0', letters: ['opening'] } },
      });
  });

  it('gets a letter that names the referrer when a colleague pointed us there', () => {
    given(aConversation({ stage: 'drafting-offer' }))
      .when(conversationOpened({ referred: true }))
      .then({ effects: [{ type: 'sendMessage', letters: ['referral-opening'] }] });
  });

  it('is waited for from the moment the opening left, not from the moment it was written', () => {
    given(aConversation({ stage: 'drafting-offer', memory: awaiting('opening') }))
      .when(settled({ outcome: 'sent' }, { letters: ['opening'] }))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });

  it('who stays silent is left alone', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(timerFired('silence'))
      .then({ stage: 'offer-ignored', effects: [] });
  });
});

describe('a contact who writes', () => {
  it.each([
    'drafting-offer',
    'awaiting-reply',
    'answering',
    'postponed',
    'awaiting-colleague',
    'in-demo',
    'redirected',
    'offer-ignored',
    'unreachable',
  ] as const)('is read in %s', (stage) => {
    given(aConversation({ stage }))
      .when(contactWrote())
      .then({
        stage: 'understanding',
        effects: [{ type: 'understandMessage', messageId: 'message-1', senderKnown: true }],
        memory: { cameFrom: stage },
      });
  });

  it('gets an answer from the passages found', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'question' }], passages: ['a#1'] }))
      .then({
        stage: 'answering',
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['answer'], answers: 'message-1', passages: ['a#1'] },
        ],
      });
  });

  it('is given to a person when nothing answers the question', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'question' }] }))
      .then({ stage: 'handed-over', effects: [{ type: 'cancelTimers' }] });
  });

  it('is given to a person when the message is not understood', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'unclear' }] }))
      .then({ stage: 'handed-over', memory: { handedOverBecause: 'the message was not understood' } });
  });

  it('gets the access to the demo, and a follow-up some working days after it left', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'demo' }] }))
      .then({
        stage: 'in-demo',
        effects: [{ type: 'cancelTimers' }, { type: 'sendMessage', letters: ['demo-access'], answers: 'message-1' }],
      });
    given(aConversation({ stage: 'in-demo', memory: awaiting('demo-access') }))
      .when(settled({ outcome: 'sent' }, { letters: ['demo-access'] }))
      .then({
        stage: 'in-demo',
        effects: [{ type: 'scheduleTimer', timer: 'demoFollowUp', dueAt: new Date('2026-11-26T07:00:00Z') }],
      });
  });

  it('gets one letter for several wishes: the presentation now, and a reminder on the day', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'presentation' }, { type: 'postpone', until: TUESDAY_DECEMBER_1 }] }))
      .then({
        stage: 'postponed',
        effects: [
          { type: 'cancelTimers' },
          {
            type: 'sendMessage',
            letters: ['presentation', 'postpone-agreed'],
            answers: 'message-1',
            date: DECEMBER_1_AT_TEN,
          },
          { type: 'scheduleTimer', timer: 'reminder', dueAt: DECEMBER_1_AT_TEN },
        ],
      });
  });

  it('who only says thanks hears nothing, and silence is counted anew', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'awaiting-reply' } }))
      .when(messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });

  it('who says "agreed" to the date stays postponed, with the reminder in place', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'postponed' } }))
      .when(messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'postponed', effects: [] });
  });
});

describe('a contact who asks us to come back', () => {
  it('hears nothing until the day, and then a reminder', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(timerFired('reminder'))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'sendMessage', letters: ['reminder'] }] });
  });

  it('without naming a day is told the default one, a working day', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'postpone' }] }))
      .then({ stage: 'postponed', memory: { remindAt: new Date('2026-12-23T07:00:00Z') } });
  });

  it('on a day that is past is told the default one', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'postpone', until: new Date('2026-11-01T00:00:00Z') }] }))
      .then({ memory: { remindAt: new Date('2026-12-23T07:00:00Z') } });
  });

  it('is not reminded when the reminder comes due while a message is being read', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'postponed', unread: ['message-1'] } }))
      .when(timerFired('reminder'), messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });
});

describe('a contact who points to a colleague', () => {
  it('is left alone, and the colleague is written to', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood(redirectTo({ address: 'petr@example.com', standing: 'new' })))
      .then({
        stage: 'redirected',
        effects: [{ type: 'cancelTimers' }, { type: 'openConversation', address: 'petr@example.com' }],
      });
  });

  it('without an address is asked for it once', () => {
    const redirect = messageUnderstood({ intents: [{ type: 'redirect', addresses: [] }] });
    given(aConversation({ stage: 'understanding' }))
      .when(redirect)
      .then({
        stage: 'awaiting-colleague',
        effects: [{ type: 'cancelTimers' }, { type: 'sendMessage', letters: ['redirect-ask'], answers: 'message-1' }],
      });
    given(aConversation({ stage: 'understanding', memory: { askedForColleague: true } }))
      .when(redirect)
      .then({ stage: 'awaiting-colleague', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });

  it('who is already in a conversation with us is given to a person, who sees why', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood(redirectTo({ address: 'petr@example.com', standing: 'in-conversation' })))
      .then({
        stage: 'handed-over',
        memory: { handedOverBecause: 'the colleague cannot be written to: petr@example.com (in-conversation)' },
      });
  });
});

describe('a contact who says stop', () => {
  const stop = messageUnderstood({ intents: [{ type: 'stop' }] });

  it('is never written to again, not even with what was already queued', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(stop)
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1' },
          { type: 'cancelMessages' },
          { type: 'cancelTimers' },
        ],
      });
  });

  it.each(STAGES.filter((stage) => stage !== 'stopped'))(
    'is heard even when the reading comes late, in %s',
    (stage) => {
      given(aConversation({ stage })).when(stop).then({ stage: 'stopped' });
    },
  );

  it('and names a colleague is stopped, and the colleague is written to', () => {
    const colleagues = [{ address: 'petr@example.com', standing: 'new' }] as const;
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({
          intents: [{ type: 'stop' }, { type: 'redirect', addresses: ['petr@example.com'] }],
          colleagues,
        }),
      )
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1' },
          { type: 'cancelMessages' },
          { type: 'cancelTimers' },
          { type: 'openConversation', address: 'petr@example.com' },
        ],
      });
  });

  it('does not wait for the other messages of a burst to be read', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(stop)
      .then({ stage: 'stopped' });
  });

  it.each([
    contactWrote(),
    messageUnderstood({ intents: [{ type: 'demo' }] }),
    settled({ outcome: 'sent' }),
    timerFired('reminder'),
    operatorReplied('Hello'),
    operatorReleased(),
    operatorStopped(),
  ])('stays stopped, and $type is recorded as ignored', (event) => {
    given(aConversation({ stage: 'stopped' }))
      .when(event)
      .then({ ignored: `${event.type} means nothing in stopped` });
  });
});

describe('a stranger who answers in a known thread', () => {
  const stranger = { senderKnown: false };

  it('and says stop is suppressed, and the contact with them', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'stop' }], ...stranger }))
      .then({ stage: 'stopped' });
  });

  it('and asks for anything else is left to a person', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'presentation' }], ...stranger }))
      .then({ stage: 'handed-over', effects: [{ type: 'cancelTimers' }] });
  });
});

describe('a burst of messages', () => {
  it('gets one answer: a newer message replaces the letter nobody has begun to hand over', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({ intents: [{ type: 'presentation' }] }),
        contactWrote({ messageId: 'message-2', answerReplaceable: true }),
      )
      .then({
        stage: 'understanding',
        effects: [
          { type: 'withdrawMessage', outboxId: 'event-1:1' },
          { type: 'understandMessage', messageId: 'message-2', senderKnown: true },
        ],
      });
  });

  it('is answered whole', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({ intents: [{ type: 'presentation' }] }),
        contactWrote({ messageId: 'message-2', answerReplaceable: true }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'demo' }] }),
      )
      .then({
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['presentation', 'demo-access'], answers: 'message-2' },
        ],
      });
  });

  it('is not answered twice once the first answer is on its way', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({ intents: [{ type: 'presentation' }] }),
        contactWrote({ messageId: 'message-2', answerReplaceable: false }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'demo' }] }),
      )
      .then({
        effects: [{ type: 'cancelTimers' }, { type: 'sendMessage', letters: ['demo-access'], answers: 'message-2' }],
      });
  });

  it('is answered when all of it is read, not before', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(messageUnderstood({ intents: [{ type: 'presentation' }] }))
      .then({ stage: 'understanding', effects: [] });
  });
});

describe('a letter', () => {
  it('the recipient guard refused stops the conversation', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'withheld' }))
      .then({ stage: 'stopped' });
  });

  it('to an address that does not exist makes the contact unreachable', () => {
    given(aConversation({ stage: 'drafting-offer', memory: awaiting('opening') }))
      .when(settled({ outcome: 'rejected', because: 'address' }))
      .then({ stage: 'unreachable' });
  });

  it('refused for its content goes to a person', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'rejected', because: 'content' }))
      .then({ stage: 'handed-over' });
  });

  it('that nobody knows of is repeated once when it is an answer', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: false }))
      .then({ stage: 'answering', effects: [{ type: 'repeatMessage', outboxId: 'letter-1' }] });
  });

  it('that nobody knows of twice goes to a person', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: true }))
      .then({ stage: 'handed-over' });
  });

  it('that turns out to have arrived gives the conversation back to the agent', () => {
    given(aConversation({ stage: 'drafting-offer', memory: awaiting('opening') }))
      .when(
        settled({ outcome: 'uncertain', repeated: false }, { letters: ['opening'] }),
        settled({ outcome: 'sent' }, { letters: ['opening'] }),
      )
      .then({ stage: 'awaiting-reply', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });

  it('that nobody knows of is never repeated when it opens the conversation', () => {
    given(aConversation({ stage: 'drafting-offer', memory: awaiting('opening') }))
      .when(settled({ outcome: 'uncertain', repeated: false }, { letters: ['opening'] }))
      .then({ stage: 'handed-over', effects: [{ type: 'cancelTimers' }] });
  });
});

describe('the operator', () => {
  it('answers for the agent, which waits for the contact again', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(operatorReplied('Здравствуйте, это Иван.'))
      .then({
        stage: 'awaiting-reply',
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['operator-reply'], text: 'Здравствуйте, это Иван.' },
        ],
      });
  });

  it('releases a conversation to the agent', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(operatorReleased())
      .then({ stage: 'awaiting-reply', effects: [{ type: 'cancelTimers' }, SILENCE] });
  });

  it('cannot release what no person has', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(operatorReleased())
      .then({ ignored: 'operatorReleased means nothing in postponed' });
  });

  it('has the conversation to himself: a message is read only for a stop', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'presentation' }] }))
      .then({ stage: 'handed-over', effects: [] });
    given(aConversation({ stage: 'handed-over' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'stop' }] }))
      .then({ stage: 'stopped' });
  });
});

describe('machine mail', () => {
  it('is never answered', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when({ type: 'machineWrote', id: 'event-1', at: NOW, rules: RULES, messageId: 'message-1', kind: 'auto_reply' })
      .then({ stage: 'awaiting-reply', effects: [] });
  });

  it('that says the address is gone makes the contact unreachable', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when({ type: 'machineWrote', id: 'event-1', at: NOW, rules: RULES, messageId: 'message-1', kind: 'bounce_hard' })
      .then({ stage: 'unreachable', effects: [{ type: 'cancelMessages' }, { type: 'cancelTimers' }] });
  });
});
