import { STAGES } from './stage';
import {
  aConversation,
  awaiting,
  contactWrote,
  conversationOpened,
  given,
  messageUnderstood,
  NOW,
  redirectTo,
  settled,
  told,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;

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
      .then({
        stage: 'handed-over',
        effects: [
          { type: 'cancelTimers' },
          told('handed-over', "nothing in the product's knowledge answers the question"),
        ],
      });
  });

  it('is given to a person when the message is not understood', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'unclear' }] }))
      .then({ stage: 'handed-over', memory: { handedOverBecause: 'the message was not understood' } });
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
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
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
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
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
      .then({
        stage: 'handed-over',
        effects: [{ type: 'cancelTimers' }, told('handed-over', 'somebody we do not know answered in this thread')],
      });
  });

  it('and names a colleague has nobody written to, though the contact says stop a moment later', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(
        messageUnderstood({ ...redirectTo({ address: 'petr@example.com', standing: 'new' }), ...stranger }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'stop' }] }),
      )
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-2', company: false },
          { type: 'cancelMessages' },
          { type: 'cancelTimers' },
        ],
      });
  });

  it('is not taken for the contact who writes a moment later', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(
        messageUnderstood({ ...redirectTo({ address: 'petr@example.com', standing: 'new' }), ...stranger }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'acknowledged' }] }),
      )
      .then({ stage: 'handed-over' });
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
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'question' }], passages: ['a#1'] }),
      )
      .then({
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['presentation', 'answer'], answers: 'message-2', passages: ['a#1'] },
        ],
      });
  });

  it('is not answered twice once the first answer is on its way', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({ intents: [{ type: 'presentation' }] }),
        contactWrote({ messageId: 'message-2', answerReplaceable: false }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'question' }], passages: ['a#1'] }),
      )
      .then({
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['answer'], answers: 'message-2', passages: ['a#1'] },
        ],
      });
  });

  it('is answered when all of it is read, not before', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(messageUnderstood({ intents: [{ type: 'presentation' }] }))
      .then({ stage: 'understanding', effects: [] });
  });
});
