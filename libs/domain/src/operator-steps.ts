import { close } from './close';
import type {
  CompanyStopped,
  OperatorReleased,
  OperatorReplied,
  OperatorResumed,
  OperatorStopped,
  OperatorTookOver,
  OperatorWrote,
} from './event';
import type { Memory } from './memory';
import { handOver, type Step } from './plan';
import { countSilence, waitForContact } from './plan-rest';
import { withdrawAnswer } from './reading-steps';
import { slotTimers } from './standing-slot';

/** The operator's words go out, and what the agent had to say is theirs. */
export function writeForOperator({ slot }: Memory, event: OperatorReplied): Step {
  return {
    effects: [
      { type: 'cancelTimers' },
      ...slotTimers(slot, event),
      { type: 'sendMessage', letters: ['operator-reply'], text: event.text },
    ],
    memory: { wants: [], unread: [], remindAt: null, handedOverBecause: null },
  };
}

/** The operator goes on by hand: the agent takes back what it was about to say. */
export function leaveToOperator(memory: Memory, event: OperatorWrote | OperatorTookOver): Step {
  const taken = withdrawAnswer(memory, event);
  const plan = handOver(
    event.type === 'operatorWrote' ? 'the operator wrote from the mailbox' : 'the operator took over',
  );
  return { effects: [...taken.effects, ...plan.effects], memory: { ...taken.memory, ...plan.memory } };
}

/** The agent goes on, and waits for the contact. */
export function release(memory: Memory, event: OperatorReleased): Step {
  const { effects, memory: waiting } = waitForContact(memory, event);
  return { effects, memory: { ...waiting, unread: [], handedOverBecause: null } };
}

/** Nothing waits but the contact's Start. */
export function releaseToStart(_memory: Memory, _event: OperatorReleased): Step {
  return { effects: [], memory: { unread: [], handedOverBecause: null } };
}

export function stopAtTheirWord(memory: Memory, { type }: OperatorStopped | CompanyStopped): Step {
  const because = type === 'operatorStopped' ? 'operator-asked' : 'company-asked';
  const { effects, memory: closed } = close(memory);
  return { effects: [{ type: 'suppress', because, company: false }, ...effects], memory: closed };
}

export function liftAtTheirWord(_memory: Memory, event: OperatorResumed): Step {
  const lift = { type: 'lift', of: 'stop', because: 'operator-asked', reason: event.reason } as const;
  return {
    effects: [lift, ...countSilence(event)],
    memory: { wants: [], unread: [], awaited: null, askedToResume: false },
  };
}
