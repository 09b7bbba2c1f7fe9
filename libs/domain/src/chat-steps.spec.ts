import {
  aBookedSlot,
  aConversation,
  aSlot,
  awaiting,
  contactAsked,
  contactStarted,
  contactWrote,
  given,
  messageUnderstood,
  NOW,
  RULES,
} from './testing/builders';

const WITHDRAWN = [{ type: 'cancelMessages' }, { type: 'cancelTimers' }] as const;
const OPENING = { type: 'sendMessage', letters: ['opening'], answers: 'message-1' } as const;
const ASK = { type: 'sendMessage', letters: ['ask-to-resume'], answers: 'message-1' } as const;
const slot = aBookedSlot(aSlot('2026-11-26', '14:00'));

describe('a contact who presses Start', () => {
  it('again begins anew: what was agreed on is off, and the opening comes', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot, ...awaiting('slot-booked') } }))
      .when(contactStarted())
      .then({
        stage: 'drafting-offer',
        effects: [...WITHDRAWN, { type: 'releaseSlot', uid: 'slot-1' }, OPENING],
        memory: { slot: null, awaited: { outboxId: 'event-1:3', letters: ['opening'] } },
      });
  });

  it('by the link of our letter loses nothing of what is under way', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot, ...awaiting('slot-booked') } }))
      .when(contactStarted({ joins: true }))
      .then({
        stage: 'in-demo',
        effects: [{ type: 'sendMessage', letters: ['help'], answers: 'message-1' }],
        memory: { slot, ...awaiting('slot-booked') },
      });
  });

  it('twice in a row gets one opening', () => {
    given(aConversation({ stage: 'awaiting-start' }))
      .when(contactStarted(), contactStarted())
      .then({ stage: 'drafting-offer', effects: [] });
  });

  it('on and on is answered no more often than the product allows', () => {
    const answered = Array.from({ length: RULES.answersPerHour }, (_, n) => ({
      outboxId: `letter-${String(n)}`,
      at: NOW,
    }));
    given(aConversation({ stage: 'awaiting-reply', memory: { answered } }))
      .when(contactStarted())
      .then({ stage: 'awaiting-reply', effects: [] });
  });

  it('while a person has the conversation leaves it with the person, who sees it', () => {
    given(aConversation({ stage: 'handed-over', memory: { handedOverBecause: 'a hard question' } }))
      .when(contactStarted())
      .then({
        stage: 'handed-over',
        effects: [],
        memory: { handedOverBecause: 'a hard question; the contact has written since' },
      });
  });
});

describe('a contact who said stop and presses Start', () => {
  const stopped = aConversation({ stage: 'stopped' });

  it('is asked whether we may write again, and Start lifts nothing', () => {
    given(stopped)
      .when(contactStarted())
      .then({ stage: 'stopped', effects: [ASK], memory: { askedToResume: true } });
  });

  it('is asked once', () => {
    given(stopped).when(contactStarted(), contactStarted()).then({ stage: 'stopped', effects: [] });
  });

  it('and says yes is written to again, from the beginning', () => {
    const lift = { type: 'lift', of: 'stop', because: 'contact-agreed', reason: 'the contact agreed' } as const;
    const yes = messageUnderstood({ intents: [{ type: 'acknowledged' }], consent: 'yes' });
    given(stopped)
      .when(contactStarted(), contactWrote(), yes)
      .then({ stage: 'drafting-offer', effects: [lift, OPENING], memory: { askedToResume: false } });
  });

  it('and says no hears nothing', () => {
    const no = messageUnderstood({ intents: [{ type: 'acknowledged' }], consent: 'no' });
    given(stopped).when(contactStarted(), contactWrote(), no).then({ stage: 'stopped', effects: [] });
  });

  it('elsewhere is stopped here too', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(contactStarted({ suppressed: true }))
      .then({
        stage: 'stopped',
        effects: [
          { type: 'suppress', because: 'contact-asked', messageId: 'message-1', company: false },
          ...WITHDRAWN,
          ASK,
        ],
      });
  });

  it('gets no help either', () => {
    given(stopped).when(contactAsked('help')).then({ stage: 'stopped', effects: [] });
  });
});

describe('a contact who asks for help or a language', () => {
  it('is answered beside the conversation, which waits for what it waited for', () => {
    given(aConversation({ stage: 'answering', memory: awaiting('answer') }))
      .when(contactAsked('help'))
      .then({
        stage: 'answering',
        effects: [{ type: 'sendMessage', letters: ['help'], answers: 'message-1' }],
        memory: awaiting('answer'),
      });
  });

  it('is written to in the language they choose, from that very answer on', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(contactAsked('help', 'en'))
      .then({
        stage: 'postponed',
        effects: [
          { type: 'changeLanguage', language: 'en' },
          { type: 'sendMessage', letters: ['help'], answers: 'message-1' },
        ],
      });
  });
});
