import type { ReadingUnsure } from './event';
import {
  aConversation,
  answerDrafted,
  askedToDraft,
  askedToRead,
  awaiting,
  contactWrote,
  conversationOpened,
  DEADLINE,
  given,
  messageUnderstood,
  modelAnswerRejected,
  modelFailed,
  NOW,
  operatorReplied,
  operatorTookOver,
  readingUnsure,
  timerFired,
  told,
  under,
  WITH_MODEL,
} from './testing/builders';

const DEADLINE_SET = { type: 'scheduleTimer', timer: 'modelDeadline', dueAt: DEADLINE } as const;
const STOPS_ASKING = { type: 'stopAsking', jobId: 'job-1' } as const;
const LATER = { ...timerFired('modelDeadline'), at: DEADLINE };
const unsure = readingUnsure();
const hinting = readingUnsure({ hintsAtStop: true });
const reading = (...events: readonly ReadingUnsure[]) =>
  aConversation({ stage: 'understanding', memory: askedToRead(...events) });

describe('a message the offline engine is not sure of', () => {
  it('is read by a model, within the product’s time', () => {
    const { request } = askedToRead(unsure).asked;
    given(aConversation({ stage: 'understanding' }))
      .when(unsure)
      .then({
        stage: 'understanding',
        effects: [{ type: 'askModel', request }, DEADLINE_SET],
        memory: { asked: { jobId: 'event-1:0', request }, timers: [{ timer: 'modelDeadline', dueAt: DEADLINE }] },
      });
  });

  it('is read together with the one before it, whose job is superseded', () => {
    const second = readingUnsure({ messageId: 'message-2' });
    const { request } = askedToRead(unsure, second).asked;
    given(reading(unsure))
      .when(contactWrote({ messageId: 'message-2' }), second)
      .then({ effects: [{ type: 'askModel', request }, STOPS_ASKING, DEADLINE_SET] });
  });

  it('is believed as it is when nobody is to be asked, and so is what waited with it', () => {
    const second = under({ model: null }, readingUnsure({ messageId: 'message-2' }));
    const believed = ({ reading: read, messageId, passages }: typeof unsure) =>
      ({ type: 'believeOffline', messageId, senderKnown: true, reading: read, passages }) as const;
    given(reading(unsure))
      .when(contactWrote({ messageId: 'message-2' }), second)
      .then({ effects: [believed(unsure), believed(second), STOPS_ASKING], memory: { asked: null } });
  });

  it('is believed as it is when the time is over, and not a moment before', () => {
    const { reading: read, messageId, passages } = unsure;
    given(reading(unsure))
      .when(LATER)
      .then({
        stage: 'understanding',
        effects: [{ type: 'believeOffline', messageId, senderKnown: true, reading: read, passages }, STOPS_ASKING],
      });
    given(reading(unsure))
      .when({ ...timerFired('modelDeadline'), at: new Date(DEADLINE.getTime() - 1) })
      .then({ ignored: 'timerFired means nothing in understanding' });
  });

  it('is asked about once more with what was wrong, while the same time runs on', () => {
    const { request } = askedToRead(unsure).asked;
    given(reading(unsure))
      .when(modelAnswerRejected('An address does not stand in the message.'))
      .then({
        stage: 'understanding',
        effects: [
          {
            type: 'askModel',
            request: { ...request, attempt: 2 },
            complaint: 'An address does not stand in the message.',
          },
          STOPS_ASKING,
          DEADLINE_SET,
        ],
      });
  });

  it('is a person’s when the second answer is refused too, or none comes', () => {
    const { asked } = askedToRead(unsure);
    const again = { jobId: 'job-1', request: { ...asked.request, attempt: 2 } } as const;
    given(aConversation({ stage: 'understanding', memory: { asked: again } }))
      .when(modelAnswerRejected('No JSON.'))
      .then({
        stage: 'handed-over',
        memory: { asked: null, unread: [], handedOverBecause: "the model's reading was refused twice: No JSON." },
      });
    given(reading(unsure))
      .when(modelFailed())
      .then({ stage: 'handed-over', memory: { handedOverBecause: 'no model was able to give a reading' } });
  });

  it('counts as read with all that was read with it', () => {
    const second = readingUnsure({ messageId: 'message-2' });
    const read = messageUnderstood({
      intents: [{ type: 'presentation' }],
      messageId: 'message-2',
      alsoRead: ['message-1'],
    });
    const memory = { ...askedToRead(unsure, second), unread: ['message-1', 'message-2'] };
    given(aConversation({ stage: 'understanding', memory }))
      .when({ ...read, reading: { ...read.reading, engine: 'model' } })
      .then({ stage: 'answering', memory: { asked: null, unread: [] } });
  });

  it('is read for the operator no more once they answer, or take over', () => {
    given(reading(unsure))
      .when(operatorReplied('Hello'))
      .then({ memory: { asked: null, unread: [] } });
    given(reading(unsure))
      .when(operatorTookOver())
      .then({ memory: { asked: null, unread: [] } });
  });
});

describe('a message that may be a stop', () => {
  it('keeps everything from leaving', () => {
    const { request } = askedToRead(hinting).asked;
    given(aConversation({ stage: 'understanding' }))
      .when(hinting)
      .then({
        effects: [{ type: 'askModel', request }, DEADLINE_SET, { type: 'holdMessages' }],
        memory: { mayBeStops: ['message-1'] },
      });
  });

  const held = { ...askedToRead(hinting), mayBeStops: ['message-1'] };
  const asRead = (type: 'acknowledged' | 'stop') => {
    const event = messageUnderstood({ intents: [{ type }] });
    return { ...event, reading: { ...event.reading, engine: 'model' } } as const;
  };

  it('lets everything go when it was none, and nothing when it was one', () => {
    given(aConversation({ stage: 'understanding', memory: { ...held, ...awaiting('slot-booked') } }))
      .when(asRead('acknowledged'))
      .then({ effects: [STOPS_ASKING, { type: 'releaseMessages' }], memory: { mayBeStops: [] } });
    given(aConversation({ stage: 'understanding', memory: held }))
      .when(asRead('stop'))
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
          { type: 'cancelMessages' },
          { type: 'cancelTimers' },
          STOPS_ASKING,
        ],
        memory: { mayBeStops: [], asked: null },
      });
  });

  it('is still read when the operator answers meanwhile, and the answer is held with the rest', () => {
    given(aConversation({ stage: 'understanding', memory: held }))
      .when(operatorReplied('Hello'))
      .then({
        stage: 'awaiting-reply',
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['operator-reply'], text: 'Hello' },
          DEADLINE_SET,
        ],
        memory: held,
      });
  });

  it('keeps everything from leaving while a person has to find out', () => {
    given(aConversation({ stage: 'understanding', memory: held }))
      .when(modelFailed())
      .then({ stage: 'handed-over', memory: { mayBeStops: ['message-1'], asked: null } });
  });
});

describe('an answer that a model may draft', () => {
  const question = under(WITH_MODEL, messageUnderstood({ intents: [{ type: 'question' }], passages: ['a#1'] }));

  it('is asked for instead of written, and nothing older is waited for', () => {
    const { request } = askedToDraft().asked;
    given(aConversation({ stage: 'understanding', memory: awaiting('opening') }))
      .when(question)
      .then({
        stage: 'answering',
        effects: [{ type: 'cancelTimers' }, { type: 'askModel', request }, DEADLINE_SET],
        memory: { awaited: null },
      });
  });

  it('is written from the template beside a booking, which no newer message may undo', () => {
    const slot = { uid: 'slot-1', sequence: 0, startsAt: DEADLINE, endsAt: DEADLINE };
    const both = { ...question, reading: { ...question.reading, intents: [...question.reading.intents, CALL_OFF] } };
    given(aConversation({ stage: 'understanding', memory: { slot } }))
      .when(both)
      .then({ memory: { asked: null, awaited: { outboxId: 'event-1:2', letters: ['answer', 'slot-cancelled'] } } });
  });

  it('goes out in the model’s words', () => {
    const sentences = [{ text: 'It does.', passages: ['a#1'] }];
    given(aConversation({ stage: 'answering', memory: askedToDraft() }))
      .when(answerDrafted({ sentences }))
      .then({
        stage: 'answering',
        effects: [
          {
            type: 'sendMessage',
            letters: ['answer'],
            answers: 'message-1',
            passages: ['a#1'],
            drafted: sentences,
          },
          STOPS_ASKING,
        ],
      });
  });

  it('says that we do not know where nothing was found, and the operator is told', () => {
    given(aConversation({ stage: 'answering', memory: askedToDraft({ letters: ['answer', 'presentation'] }) }))
      .when(answerDrafted({ found: false, sentences: [] }))
      .then({
        effects: [
          { type: 'sendMessage', letters: ['answer-unknown', 'presentation'], answers: 'message-1' },
          told('unanswered', 'the model found no answer to the question in the knowledge, and we said so'),
          STOPS_ASKING,
        ],
      });
  });

  it('goes out from the template when the time is over', () => {
    given(aConversation({ stage: 'answering', memory: askedToDraft() }))
      .when(LATER)
      .then({
        effects: [{ type: 'sendMessage', letters: ['answer'], answers: 'message-1', passages: ['a#1'] }, STOPS_ASKING],
      });
  });

  it('is decided anew with a newer message, and the draft is not waited for any more', () => {
    const wants = [
      { messageId: 'message-1', intent: { type: 'question' }, passages: ['a#1'], colleagues: [] },
    ] as const;
    given(aConversation({ stage: 'answering', memory: { ...askedToDraft(), wants } }))
      .when(contactWrote({ messageId: 'message-2' }))
      .then({
        stage: 'understanding',
        effects: [{ type: 'understandMessage', messageId: 'message-2', senderKnown: true }, STOPS_ASKING],
        memory: { asked: null, wants },
      });
  });

  it('is a person’s when no model can draft it; the rest of the mail goes out', () => {
    given(aConversation({ stage: 'answering', memory: askedToDraft({ letters: ['answer', 'presentation'] }) }))
      .when(modelFailed())
      .then({
        stage: 'handed-over',
        effects: [
          { type: 'cancelTimers' },
          { type: 'sendMessage', letters: ['presentation'], answers: 'message-1' },
          STOPS_ASKING,
          told('handed-over', 'no model was able to give a draft'),
        ],
      });
  });
});

describe('an opening letter that a model may draft', () => {
  const drafts = { model: { answerWithinSeconds: 60, writes: { answers: true, openings: true } } };
  const opened = under(drafts, { ...conversationOpened(), passages: ['a#1'] });

  it('is asked for, and has an hour', () => {
    const dueAt = new Date(NOW.getTime() + 3_600_000);
    const letter = { type: 'sendMessage', letters: ['opening'], passages: ['a#1'] } as const;
    given(aConversation({ stage: 'drafting-offer' }))
      .when(opened)
      .then({
        stage: 'drafting-offer',
        effects: [
          { type: 'askModel', request: { kind: 'offer', letter, answers: [], attempt: 1, dueAt } },
          { type: 'scheduleTimer', timer: 'modelDeadline', dueAt },
        ],
      });
  });

  it('is the template’s where a colleague pointed us there, or nothing is known to write of', () => {
    given(aConversation({ stage: 'drafting-offer' }))
      .when({ ...opened, referred: true })
      .then({ effects: [{ type: 'sendMessage', letters: ['referral-opening'] }] });
    given(aConversation({ stage: 'drafting-offer' }))
      .when({ ...opened, passages: [] })
      .then({ effects: [{ type: 'sendMessage', letters: ['opening'] }] });
  });
});

const CALL_OFF = { type: 'demo', cancels: true } as const;
