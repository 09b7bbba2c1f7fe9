import {
  aConversation,
  awaiting,
  contactWrote,
  draftApproved,
  draftRejected,
  given,
  letterCancelled,
  letterRetried,
  messageUnderstood,
  NOW,
  settled,
  told,
  under,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const NOBODY_KNOWS = 'nobody knows whether this letter arrived: answer';

describe('a letter', () => {
  it('the recipient guard refused stops the conversation', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'withheld' }))
      .then({ stage: 'stopped', effects: [{ type: 'cancelMessages' }, CANCEL_TIMERS] });
  });

  it('to an address that does not exist makes the contact unreachable', () => {
    given(aConversation({ stage: 'drafting-offer', memory: awaiting('opening') }))
      .when(settled({ outcome: 'rejected', because: 'address' }))
      .then({
        stage: 'unreachable',
        effects: [{ type: 'giveUpAddress', address: null }, { type: 'cancelMessages' }, CANCEL_TIMERS],
      });
  });

  it('refused for its content goes to a person, who is told', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'rejected', because: 'content' }))
      .then({
        stage: 'handed-over',
        effects: [CANCEL_TIMERS, told('handed-over', "the recipient's server refused this letter: answer")],
      });
  });

  it('that nobody knows of is repeated once when it is an answer, and the operator is told', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: false }))
      .then({
        stage: 'answering',
        effects: [{ type: 'repeatMessage', outboxId: 'letter-1' }, told('uncertain', NOBODY_KNOWS)],
      });
  });

  it('that nobody knows of twice goes to a person, who is told once', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: true }))
      .then({ stage: 'handed-over', effects: [CANCEL_TIMERS, told('uncertain', NOBODY_KNOWS)] });
  });

  it.each(['opening', 'reminder', 'follow-up', 'demo-follow-up'] as const)(
    'that nobody knows of is never repeated when it is a %s, which nobody asked for',
    (letter) => {
      given(aConversation({ stage: 'awaiting-reply', memory: awaiting(letter) }))
        .when(settled({ outcome: 'uncertain', repeated: false }, { letters: [letter] }))
        .then({ stage: 'handed-over' });
    },
  );

  it('that nobody knows of is never repeated to a contact who has said stop since', () => {
    given(aConversation({ stage: 'stopped' }))
      .when(settled({ outcome: 'uncertain', repeated: false }))
      .then({ stage: 'stopped', effects: [told('uncertain', NOBODY_KNOWS)] });
  });

  it('that turns out to have arrived gives the conversation back to the agent', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: true }), settled({ outcome: 'sent' }))
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE], memory: { handedOverBecause: null } });
  });

  it.each([
    ['the contact has written since', contactWrote({ messageId: 'message-2' })],
    ['another letter was refused', settled({ outcome: 'rejected', because: 'content' }, { outboxId: 'letter-2' })],
  ])('that turns out to have arrived leaves it to the person when %s', (_, meanwhile) => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(settled({ outcome: 'uncertain', repeated: true }), meanwhile, settled({ outcome: 'sent' }))
      .then({ stage: 'handed-over' });
  });

  it('that nobody knows of does not give away a conversation a person has for another reason', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        messageUnderstood({ intents: [{ type: 'presentation' }, { type: 'question' }] }),
        settled({ outcome: 'uncertain', repeated: true }, { outboxId: 'event-1:1', letters: ['presentation'] }),
        settled({ outcome: 'sent' }, { outboxId: 'event-1:1', letters: ['presentation'] }),
      )
      .then({ stage: 'handed-over' });
  });
});

describe('the operator who looks through the outbox', () => {
  it('takes the letter back that the agent waits for, and has the conversation', () => {
    given(aConversation({ stage: 'postponed', memory: awaiting('postpone-agreed') }))
      .when(letterCancelled())
      .then({
        stage: 'handed-over',
        effects: [
          { type: 'withdrawMessage', outboxId: 'letter-1' },
          CANCEL_TIMERS,
          told('handed-over', 'the operator took the letter back'),
        ],
        memory: { awaited: null },
      });
  });

  it('takes another letter back, and the agent goes on', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(letterCancelled('letter-0'))
      .then({ stage: 'answering', effects: [{ type: 'withdrawMessage', outboxId: 'letter-0' }] });
  });

  it('takes back the thanks of a conversation that is over, and it stays over', () => {
    given(aConversation({ stage: 'redirected', memory: awaiting('redirect-thanks') }))
      .when(letterCancelled())
      .then({ stage: 'redirected', effects: [{ type: 'withdrawMessage', outboxId: 'letter-1' }] });
  });

  it('has a rejected answer tried again, and the agent waits for it', () => {
    given(aConversation({ stage: 'handed-over', memory: { handedOverBecause: 'refused' } }))
      .when(letterRetried('answer'))
      .then({
        stage: 'answering',
        effects: [CANCEL_TIMERS, { type: 'repeatMessage', outboxId: 'letter-1' }],
        memory: { ...awaiting('answer'), handedOverBecause: null },
      });
  });

  it('has a rejected opening tried again, to an address that is right by now', () => {
    given(aConversation({ stage: 'unreachable' }))
      .when(letterRetried('opening'))
      .then({ stage: 'drafting-offer', memory: awaiting('opening') });
  });

  it('has nothing tried again for a contact who said stop', () => {
    given(aConversation({ stage: 'stopped' }))
      .when(letterRetried('answer'))
      .then({ ignored: 'letterRetried means nothing in stopped' });
  });
});

describe('a draft', () => {
  const approving = { approval: 'approve' } as const;

  it('is told of, while the conversation moves on as if it were sent', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(under(approving, messageUnderstood({ intents: [{ type: 'presentation' }] })))
      .then({
        stage: 'answering',
        effects: [
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['presentation'], answers: 'message-1' },
          told('draft-due', 'a draft waits: presentation'),
        ],
      });
  });

  it.each(['answering', 'postponed', 'handed-over', 'stopped'] as const)('goes out once approved, in %s', (stage) => {
    given(aConversation({ stage, memory: awaiting('answer') }))
      .when(draftApproved())
      .then({ stage, effects: [{ type: 'approveDraft', outboxId: 'letter-1' }], memory: awaiting('answer') });
  });

  it("goes out in the operator's own words once edited", () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(draftApproved({ text: 'Better so.' }))
      .then({ effects: [{ type: 'approveDraft', outboxId: 'letter-1', text: 'Better so.' }] });
  });

  it('that is rejected leaves the contact to the operator', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(draftRejected('too long'))
      .then({
        stage: 'handed-over',
        effects: [
          { type: 'withdrawMessage', outboxId: 'letter-1' },
          CANCEL_TIMERS,
          told('handed-over', 'the draft was rejected: too long'),
        ],
      });
  });

  it('of the last words to a contact who said stop is only taken back when rejected', () => {
    given(aConversation({ stage: 'stopped', memory: awaiting('stop-confirmed') }))
      .when(draftRejected('not needed'))
      .then({ stage: 'stopped', effects: [{ type: 'withdrawMessage', outboxId: 'letter-1' }] });
  });

  it('is replaced by the answer to a newer message', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(
        under(approving, messageUnderstood({ intents: [{ type: 'presentation' }] })),
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
});
