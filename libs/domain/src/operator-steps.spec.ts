import {
  aBookedSlot,
  aConversation,
  aSlot,
  awaiting,
  companyStopped,
  contactStarted,
  contactWrote,
  conversationOpened,
  given,
  messageUnderstood,
  NOW,
  operatorReleased,
  operatorReplied,
  operatorResumed,
  operatorStopped,
  operatorTookOver,
  operatorWrote,
  readingFailed,
  told,
  under,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const CANCEL_TIMERS = { type: 'cancelTimers' } as const;

describe('the operator', () => {
  it('answers for the agent, which waits for the contact again', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(operatorReplied('Здравствуйте, это Иван.'))
      .then({
        stage: 'awaiting-reply',
        effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['operator-reply'], text: 'Здравствуйте, это Иван.' }],
      });
  });

  it('answers while a demo is booked, and it is still followed up', () => {
    const slot = aBookedSlot(aSlot('2026-11-26', '14:00'));
    given(aConversation({ stage: 'handed-over', memory: { slot } }))
      .when(operatorReplied('See you.'))
      .then({
        stage: 'in-demo',
        effects: [
          CANCEL_TIMERS,
          { type: 'scheduleTimer', timer: 'demoFollowUp', dueAt: new Date('2026-11-27T07:00:00Z') },
          { type: 'sendMessage', letters: ['operator-reply'], text: 'See you.' },
        ],
      });
  });

  it('needs no approval of their own words', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(under({ approval: 'approve' }, operatorReplied('Hello')))
      .then({ effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['operator-reply'], text: 'Hello' }] });
  });

  it('releases a conversation to the agent', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(operatorReleased())
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it('cannot release what no person has', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(operatorReleased())
      .then({ ignored: 'operatorReleased means nothing in postponed' });
  });

  it('takes over, and what the agent was about to say is taken back', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(operatorTookOver({ answerReplaceable: true }))
      .then({
        stage: 'handed-over',
        effects: [
          { type: 'withdrawMessage', outboxId: 'letter-1' },
          CANCEL_TIMERS,
          told('handed-over', 'the operator took over'),
        ],
        memory: { awaited: null },
      });
  });

  it('cannot take over what they have', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(operatorTookOver())
      .then({ ignored: 'operatorTookOver means nothing in handed-over' });
  });

  it('who answers from the mailbox itself has the conversation, and the agent stays silent', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(operatorWrote())
      .then({
        stage: 'handed-over',
        effects: [CANCEL_TIMERS, told('handed-over', 'the operator wrote from the mailbox')],
      });
  });

  it('does not lose what a calendar relies on by taking over', () => {
    given(aConversation({ stage: 'in-demo', memory: awaiting('slot-booked') }))
      .when(operatorTookOver({ answerReplaceable: true }))
      .then({ stage: 'handed-over', memory: awaiting('slot-booked') });
  });

  it('has the conversation to themselves: a message is read only for a stop', () => {
    given(aConversation({ stage: 'handed-over' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'presentation' }] }))
      .then({ stage: 'handed-over', effects: [], memory: { unread: [] } });
    given(aConversation({ stage: 'handed-over' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'stop' }] }))
      .then({ stage: 'stopped' });
  });

  it('sees why each message that could not be read is theirs', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(readingFailed())
      .then({
        stage: 'handed-over',
        effects: [CANCEL_TIMERS, told('handed-over', 'the message could not be read: the model is gone')],
      });
  });

  it('stops one contact, not the company', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(under({ stopCompany: true }, operatorStopped()))
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'operator-asked', company: false },
          { type: 'cancelMessages' },
          CANCEL_TIMERS,
        ],
      });
  });

  it('sees of whom it was the company that was stopped', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(companyStopped())
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'company-asked', company: false },
          { type: 'cancelMessages' },
          CANCEL_TIMERS,
        ],
      });
  });

  it('lifts a stop with a reason, and silence is counted', () => {
    given(aConversation({ stage: 'stopped', memory: { askedToResume: true } }))
      .when(operatorResumed('called us'))
      .then({
        stage: 'awaiting-reply',
        effects: [{ type: 'lift', of: 'stop', because: 'operator-asked', reason: 'called us' }, CANCEL_TIMERS, SILENCE],
        memory: { askedToResume: false },
      });
  });

  it('cannot lift what is not stopped', () => {
    given(aConversation({ stage: 'offer-ignored' }))
      .when(operatorResumed('called us'))
      .then({ ignored: 'operatorResumed means nothing in offer-ignored' });
  });
});

describe('a contact in Telegram', () => {
  it('has to press Start first, and the operator is told', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(conversationOpened())
      .then({
        stage: 'awaiting-start',
        effects: [told('awaiting-start', 'the contact has to press Start in Telegram before we may write')],
      });
  });

  it('gets the opening once they press Start', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(contactStarted({ referred: true }))
      .then({
        stage: 'drafting-offer',
        effects: [{ type: 'sendMessage', letters: ['referral-opening'], answers: 'message-1' }],
      });
  });

  it('cannot be written to before, not even by the operator', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(operatorReplied('Hello'))
      .then({ ignored: 'operatorReplied means nothing in awaiting-start' });
    given(aConversation({ stage: 'awaiting-start' }))
      .when(operatorTookOver(), operatorReplied('Hello'))
      .then({ ignored: 'operatorReplied means nothing in handed-over' });
  });

  it('is waited for again when the operator took over and gives back', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(operatorTookOver(), operatorReleased())
      .then({ stage: 'awaiting-start', effects: [] });
  });

  it('who says stop before Start is never written to', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'stop' }] }))
      .then({ stage: 'stopped' });
  });
});
