import type { MessageUnderstood } from './event';
import type { Memory } from './memory';
import type { Plan } from './plan';
import { planAnswer, withinLimit } from './plan-answer';
import { openConversations } from './plan-redirect';
import { isSureEnough, saysStop, wantsAfter, type Want } from './want';

/** Plans what follows from a message of a contact we never write to: at most the question whether we may again. */
export function planAfterStop(memory: Memory, event: MessageUnderstood): Plan {
  const unread = memory.unread.filter((id) => id !== event.messageId);
  const noted: Plan = { stage: 'stopped', effects: [], memory: { unread } };

  if (saysStop(event)) return { ...noted, effects: stopAgain(event) };
  if (!event.senderKnown) return noted;
  // How sure the reader is of the intents does not matter: a bare "yes" has none.
  if (memory.askedToResume) return event.reading.consent === 'yes' ? resume(memory, event, unread) : noted;
  if (!isSureEnough(event)) return noted;

  const wants = wantsAfter([], event);
  if (!wants.some(asksForSomething)) return noted;
  return {
    stage: 'stopped',
    effects: [{ type: 'sendMessage', letters: ['ask-to-resume'], answers: event.messageId }],
    memory: { unread, wants, askedToResume: true },
  };
}

/** A stranger's address is not stopped yet, and a colleague may still be named. */
function stopAgain({ senderKnown, messageId, rules, colleagues }: MessageUnderstood): Plan['effects'] {
  if (senderKnown) return openConversations(colleagues);
  return [{ type: 'suppress', because: 'contact-asked', messageId, company: rules.stopCompany }];
}

/** The contact agreed: what was wanted before is answered now, with what the rest of the burst says. */
function resume(memory: Memory, event: MessageUnderstood, unread: readonly string[]): Plan {
  const reason = event.reading.evidence.find((words) => words !== '') ?? 'the contact agreed';
  const lift = { type: 'lift', of: 'stop', because: 'contact-agreed', reason } as const;
  const heard = withBareYes(event);
  const lifted: Memory = { ...memory, cameFrom: 'stopped', awaited: null, askedToResume: false };
  if (unread.length > 0) {
    return {
      stage: 'understanding',
      effects: [lift],
      memory: { ...lifted, unread, wants: wantsAfter(memory.wants, heard) },
    };
  }
  const isNothingAsked = wantsAfter(memory.wants, heard).length === 0;
  const plan = isNothingAsked ? withinLimit(opening(event), lifted, event) : planAnswer(lifted, heard);
  return { stage: plan.stage, effects: [lift, ...plan.effects], memory: { ...lifted, unread, ...plan.memory } };
}

/** They pressed Start, asked for nothing, and may be written to again: that is where everything begins. */
function opening({ messageId }: MessageUnderstood): Plan {
  const effects = [{ type: 'sendMessage', letters: ['opening'], answers: messageId }] as const;
  return { stage: 'drafting-offer', effects, memory: { wants: [], cameFrom: 'drafting-offer' } };
}

/** "Yes, do" answers our question; that it says nothing more is no reason for a person to step in. */
function withBareYes(event: MessageUnderstood): MessageUnderstood {
  const intents = event.reading.intents.filter(({ type }) => type !== 'unclear' && type !== 'acknowledged');
  return { ...event, reading: { ...event.reading, intents } };
}

function asksForSomething({ intent }: Want): boolean {
  return intent.type !== 'acknowledged' && intent.type !== 'unclear';
}
