import {
  aConversation,
  contactWrote,
  given,
  messageUnderstood,
  redirectTo,
  settled,
  told,
  under,
} from './testing/builders';

const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const STOPPED = aConversation({ stage: 'stopped' });
const asksForDeck = messageUnderstood({ intents: [{ type: 'presentation' }] });
const saysYes = messageUnderstood({ messageId: 'message-2', intents: [{ type: 'acknowledged' }], consent: 'yes' });
const writesAgain = contactWrote({ messageId: 'message-2' });

describe('a contact who said stop and writes again', () => {
  it('is read, and nothing on its way is taken back', () => {
    given(STOPPED)
      .when(contactWrote({ answerReplaceable: true }))
      .then({
        stage: 'stopped',
        effects: [{ type: 'understandMessage', messageId: 'message-1', senderKnown: true }],
      });
  });

  it('and asks for something is asked whether we may write again, and gets nothing else', () => {
    given(STOPPED)
      .when(contactWrote(), asksForDeck)
      .then({
        stage: 'stopped',
        effects: [{ type: 'sendMessage', letters: ['ask-to-resume'], answers: 'message-1' }],
        memory: { askedToResume: true },
      });
  });

  it('is asked that once', () => {
    given(STOPPED)
      .when(contactWrote(), asksForDeck, writesAgain, { ...asksForDeck, messageId: 'message-2' })
      .then({ stage: 'stopped', effects: [] });
  });

  it('and agrees gets what was asked for, once we may write', () => {
    given(STOPPED)
      .when(contactWrote(), asksForDeck, writesAgain, saysYes)
      .then({
        stage: 'answering',
        effects: [
          { type: 'lift', of: 'stop', because: 'contact-agreed', reason: 'the contact agreed' },
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['presentation'], answers: 'message-2' },
        ],
        memory: { askedToResume: false },
      });
  });

  it.each(['unclear', 'acknowledged'] as const)(
    'and agrees in a bare word (%s) has agreed, however little else it says',
    (type) => {
      const yes = messageUnderstood({ messageId: 'message-2', intents: [{ type }], consent: 'yes', confidence: 0.3 });
      given(STOPPED).when(contactWrote(), asksForDeck, writesAgain, yes).then({ stage: 'answering' });
    },
  );

  it('and agrees, but wants something we are not sure of, may be written to, by a person', () => {
    const yes = messageUnderstood({
      messageId: 'message-2',
      intents: [{ type: 'demo' }],
      consent: 'yes',
      confidence: 0.3,
    });
    given(STOPPED).when(contactWrote(), asksForDeck, writesAgain, yes).then({ stage: 'handed-over' });
  });

  it('and agrees though nothing is left to answer hears from us from the beginning', () => {
    given(aConversation({ stage: 'stopped', memory: { askedToResume: true } }))
      .when(writesAgain, saysYes)
      .then({
        stage: 'drafting-offer',
        effects: [
          { type: 'lift', of: 'stop', because: 'contact-agreed', reason: 'the contact agreed' },
          { type: 'sendMessage', letters: ['opening'], answers: saysYes.messageId },
        ],
      });
  });

  it('is read whole before the answer when the yes is the first of a burst', () => {
    const third = contactWrote({ messageId: 'message-3' });
    const question = messageUnderstood({ messageId: 'message-3', intents: [{ type: 'question' }], passages: ['a#1'] });
    given(STOPPED)
      .when(contactWrote(), asksForDeck, writesAgain, third, saysYes, question)
      .then({
        stage: 'answering',
        effects: [
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['presentation', 'answer'], answers: 'message-3', passages: ['a#1'] },
        ],
      });
  });

  it.each([
    ['no', messageUnderstood({ messageId: 'message-2', intents: [{ type: 'acknowledged' }], consent: 'no' })],
    ['nothing of it', messageUnderstood({ messageId: 'message-2', intents: [{ type: 'acknowledged' }] })],
    ['stop again', messageUnderstood({ messageId: 'message-2', intents: [{ type: 'stop' }], consent: 'yes' })],
    ['yes, but is a stranger', { ...saysYes, senderKnown: false }],
  ])('and says %s when asked stays stopped', (_, answer) => {
    given(aConversation({ stage: 'stopped', memory: { askedToResume: true } }))
      .when(writesAgain, answer)
      .then({ stage: 'stopped' });
  });

  it('and says yes without having been asked stays stopped', () => {
    given(STOPPED).when(writesAgain, saysYes).then({ stage: 'stopped', effects: [] });
  });

  it.each([
    ['thanks', messageUnderstood({ intents: [{ type: 'acknowledged' }] })],
    ['something unclear', messageUnderstood({ intents: [{ type: 'unclear' }] })],
    ['stop', messageUnderstood({ intents: [{ type: 'stop' }] })],
    ['what we are not sure of', messageUnderstood({ intents: [{ type: 'demo' }], confidence: 0.3 })],
  ])('and says %s gets nothing', (_, saying) => {
    given(STOPPED).when(contactWrote(), saying).then({ stage: 'stopped', effects: [] });
  });

  it('and says stop to us and a name gets nothing, and the colleague is written to', () => {
    const { intents, colleagues } = redirectTo({ address: 'petr@example.com', standing: 'new' });
    given(STOPPED)
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'stop' }, ...intents], colleagues }))
      .then({ stage: 'stopped', effects: [{ type: 'openConversation', address: 'petr@example.com' }] });
  });

  it('is not taken for a stranger who asks for something in the thread', () => {
    given(STOPPED)
      .when(contactWrote({ senderKnown: false }), { ...asksForDeck, senderKnown: false })
      .then({ stage: 'stopped', effects: [] });
  });

  it('shares the thread with a stranger, whose stop holds for the stranger too', () => {
    given(STOPPED)
      .when(
        contactWrote({ senderKnown: false }),
        messageUnderstood({ intents: [{ type: 'stop' }], senderKnown: false }),
      )
      .then({
        stage: 'stopped',
        effects: [{ type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false }],
      });
  });

  it('is not asked for what they wrote before the stop', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(messageUnderstood({ messageId: 'message-2', intents: [{ type: 'stop' }] }), asksForDeck)
      .then({ ignored: 'messageUnderstood means nothing in stopped' });
  });

  it('is asked for what they wrote right after it', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(messageUnderstood({ intents: [{ type: 'stop' }] }), { ...asksForDeck, messageId: 'message-2' })
      .then({ stage: 'stopped', effects: [{ type: 'sendMessage', letters: ['ask-to-resume'], answers: 'message-2' }] });
  });
});

describe('the last words to a contact who says stop', () => {
  const stopsAndNames = messageUnderstood({
    intents: [{ type: 'stop' }, { type: 'redirect', addresses: ['petr@example.com', 'olga@example.com'] }],
    colleagues: [
      { address: 'petr@example.com', standing: 'new' },
      { address: 'olga@example.com', standing: 'suppressed' },
    ],
  });
  const stopped = [
    { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
    { type: 'cancelMessages' },
    CANCEL_TIMERS,
    { type: 'openConversation', address: 'petr@example.com' },
    told('not-written-to', 'not written to: olga@example.com (suppressed)'),
  ] as const;

  it('are none by default, and the operator sees whom we do not write to', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(stopsAndNames)
      .then({ effects: stopped });
  });

  it('are one mail that thanks and confirms where the product says so', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(under({ stopConfirmed: true, redirectThanks: true }, stopsAndNames))
      .then({
        effects: [
          ...stopped,
          { type: 'sendMessage', letters: ['redirect-thanks', 'stop-confirmed'], answers: 'message-1' },
        ],
      });
  });

  it('are none to a stranger', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(under({ stopConfirmed: true }, messageUnderstood({ intents: [{ type: 'stop' }], senderKnown: false })))
      .then({
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
          { type: 'cancelMessages' },
          CANCEL_TIMERS,
        ],
      });
  });

  it('change nothing, whatever becomes of them', () => {
    given(STOPPED)
      .when(settled({ outcome: 'rejected', because: 'content' }, { letters: ['stop-confirmed'] }))
      .then({ stage: 'stopped', effects: [] });
  });
});

describe('a product that stops companies', () => {
  it('stops the company of a contact who says stop', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(under({ stopCompany: true }, messageUnderstood({ intents: [{ type: 'stop' }] })))
      .then({
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: true },
          { type: 'cancelMessages' },
          CANCEL_TIMERS,
        ],
      });
  });
});
