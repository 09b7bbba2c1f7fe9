import type { Memory } from './memory';
import {
  aConversation,
  askedToDraft,
  contactAsked,
  contactWrote,
  given,
  messageUnderstood,
  NOW,
  operatorReplied,
  told,
  under,
} from './testing/builders';

const MANY = '3 answers were written within an hour: it may be a machine that answers';
const atMost3 = { answersPerHour: 3 };

/** Answers that were written so many minutes ago. */
function answered(...minutesAgo: readonly number[]): Pick<Memory, 'answered'> {
  return {
    answered: minutesAgo.map((minutes) => ({
      outboxId: `letter-${String(minutes)}`,
      at: new Date(NOW.getTime() - minutes * 60_000),
    })),
  };
}

const asks = under(atMost3, messageUnderstood({ intents: [{ type: 'question' }], passages: ['a#1'] }));

describe('who gets as many answers within an hour as the product allows', () => {
  const busy = aConversation({ stage: 'understanding', memory: answered(50, 30, 10) });

  it('gets no more of them: a person gets the conversation', () => {
    given(busy)
      .when(asks)
      .then({
        stage: 'handed-over',
        effects: [{ type: 'cancelTimers' }, told('handed-over', MANY)],
        memory: { handedOverBecause: MANY },
      });
  });

  it('is still heard saying stop', () => {
    given(busy)
      .when(under(atMost3, messageUnderstood({ intents: [{ type: 'stop' }] })))
      .then({ stage: 'stopped' });
  });

  it('has what needs no answer noted as ever', () => {
    given(busy)
      .when(under(atMost3, messageUnderstood({ intents: [{ type: 'acknowledged' }] })))
      .then({ stage: 'awaiting-reply' });
  });

  it('is answered again when the first of them is an hour old, and older ones are forgotten', () => {
    given(aConversation({ stage: 'understanding', memory: answered(90, 60, 30, 10) }))
      .when(asks)
      .then({
        stage: 'answering',
        memory: { answered: [...answered(30, 10).answered, { outboxId: 'event-1:1', at: NOW }] },
      });
  });
});

describe('what counts against the answers of an hour', () => {
  it('is no answer that a newer message replaced', () => {
    given(aConversation({ stage: 'understanding', memory: answered(50, 30) }))
      .when(asks, contactWrote({ messageId: 'message-2', answerReplaceable: true }))
      .then({ stage: 'understanding', memory: answered(50, 30) });
  });

  it('is an answer that a model is drafting, before it is written', () => {
    given(aConversation({ stage: 'answering', memory: { ...answered(50, 30), ...askedToDraft() } }))
      .when(under(atMost3, contactAsked('help')))
      .then({ effects: [], memory: answered(50, 30) });
  });

  it("is none of the operator's letters", () => {
    given(aConversation({ stage: 'handed-over', memory: answered(50, 30) }))
      .when(operatorReplied('Hello'))
      .then({ memory: answered(50, 30) });
  });
});
