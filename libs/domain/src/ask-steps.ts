import type { ModelRequest, UnsureMessage } from './asked';
import { letterAsked, messagesAsked } from './what-is-asked';
import type { EffectBody } from './effect';
import type { SendMessage } from './send-message';
import type { AnswerDrafted, ModelAnswerRejected, ModelFailed, ReadingUnsure, TimerFired } from './event';
import type { Memory } from './memory';
import { handOver, withReason, type Plan, type Step } from './plan';

/** The model reads the message, with what else of its burst it has not read yet; without a model the engine's word counts. */
export function askToRead(memory: Memory, event: ReadingUnsure): Step {
  const { messageId, senderKnown, wroteAt, reading, passages, hintsAtStop, at, rules } = event;
  const unsure = { messageId, senderKnown, wroteAt, reading, passages, hintsAtStop };
  const messages = [...messagesAsked(memory), unsure];
  if (!rules.model) return believeOffline(messages);
  const dueAt = new Date(at.getTime() + rules.model.answerWithinSeconds * 1000);
  const request = { kind: 'understand', messages, attempt: 1, dueAt } as const;
  return {
    effects: [{ type: 'askModel', request }],
    memory: { mayBeStops: hintsAtStop ? [...memory.mayBeStops, messageId] : memory.mayBeStops },
  };
}

/** Nobody answered in time. */
export function goOnWithoutModel(memory: Memory, _event: TimerFired): Step {
  const letter = letterAsked(memory);
  return letter ? { effects: [letter], memory: { asked: null } } : believeOffline(messagesAsked(memory));
}

/** The same once more, with what was wrong with the answer; the time does not begin anew. */
export function askAgain({ asked }: Memory, { because }: ModelAnswerRejected): Step {
  if (!asked) return { effects: [], memory: {} };
  const request: ModelRequest = { ...asked.request, attempt: 2 };
  return { effects: [{ type: 'askModel', request, complaint: because }], memory: {} };
}

/** A person has to go on; what needs no draft is still sent. */
export function giveUnanswered(memory: Memory, event: ModelAnswerRejected | ModelFailed): Plan {
  const what = letterAsked(memory) ? 'draft' : 'reading';
  const plan = handOver(
    event.type === 'modelFailed'
      ? `no model was able to give a ${what}`
      : `the model's ${what} was refused twice: ${event.because}`,
  );
  return {
    ...plan,
    effects: [...plan.effects, ...withoutDraft(letterAsked(memory))],
    memory: { ...plan.memory, ...forgetAsked(memory).memory },
  };
}

/** The same where a person has the conversation already. */
export function giveUnansweredToo(memory: Memory, event: ModelAnswerRejected | ModelFailed): Step {
  const { handedOverBecause } = giveUnanswered(memory, event).memory;
  return {
    effects: [],
    memory: { ...forgetAsked(memory).memory, handedOverBecause: withReason(memory, handedOverBecause ?? '') },
  };
}

/** What nobody could say more of is left as it is. */
export function forgetAsked(memory: Memory): Step {
  const asked = messagesAsked(memory).map(({ messageId }) => messageId);
  return { effects: [], memory: { asked: null, unread: memory.unread.filter((id) => !asked.includes(id)) } };
}

/** The mail goes out in the model's words; where those say that nothing is known, the operator hears of it. */
export function writeDrafted(memory: Memory, { draft }: AnswerDrafted): Step {
  const letter = letterAsked(memory);
  if (!letter) return { effects: [], memory: {} };
  const { passages: _, ...rest } = letter;
  const letters = letter.letters.map((one) => (one === 'answer' ? ('answer-unknown' as const) : one));
  const because = 'the model found no answer to the question in the knowledge, and we said so';
  return {
    effects: draft.found
      ? [{ ...letter, drafted: draft.sentences }]
      : [
          { ...rest, letters },
          { type: 'tellOperator', about: 'unanswered', because },
        ],
    memory: { asked: null },
  };
}

/** Each becomes a turn of its own, in their order. */
function believeOffline(messages: readonly UnsureMessage[]): Step {
  return {
    effects: messages.map(({ messageId, senderKnown, reading, passages }) => {
      return { type: 'believeOffline', messageId, senderKnown, reading, passages } as const;
    }),
    memory: { asked: null },
  };
}

/** A day is agreed on, and a colleague asked for, only where the agent itself goes on. */
function withoutDraft(letter: SendMessage | null): EffectBody[] {
  if (!letter) return [];
  const { passages: _, date: _date, ...rest } = letter;
  const letters = letter.letters.filter((one) => STANDS_ALONE.some((other) => other === one));
  return letters.length > 0 ? [{ ...rest, letters }] : [];
}

const STANDS_ALONE = ['presentation', 'demo-access', 'demo-slots'] as const;
