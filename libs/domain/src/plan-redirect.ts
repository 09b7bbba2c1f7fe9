import type { EffectBody, TellOperator } from './effect';
import type { Colleague, MessageUnderstood } from './event';
import type { Memory } from './memory';
import { handOver, type Plan } from './plan';
import type { Want } from './want';
import { answerOf, lettersFor } from './write-answer';

/** Writes to the colleagues, thanks the contact and leaves them alone. */
export function planRedirect(
  memory: Memory,
  wants: readonly Want[],
  colleagues: readonly Colleague[],
  event: MessageUnderstood,
): Plan {
  const opened = openConversations(colleagues);
  if (opened.length === 0) return handOver(`the colleague cannot be written to: ${namesOf(colleagues)}`);

  const { slot } = memory;
  const calledOff = slot && slot.endsAt > event.at ? { ...slot, sequence: slot.sequence + 1 } : null;
  const answers = lettersFor(wants).filter((letter) => letter === 'answer' || letter === 'presentation');
  const letters = [...answers, ...(calledOff ? (['slot-cancelled'] as const) : []), 'redirect-thanks' as const];
  return {
    stage: 'redirected',
    effects: [
      { type: 'cancelTimers' },
      ...(slot ? [{ type: 'releaseSlot', uid: slot.uid } as const] : []),
      ...opened,
      ...notWrittenTo(colleagues),
      ...answerOf(letters, wants, event, calledOff ? { slot: calledOff } : {}),
    ],
    memory: { wants: [], offered: [], slot: null, remindAt: null },
  };
}

export function openConversations(colleagues: readonly Colleague[]): EffectBody[] {
  const addresses = colleagues.filter(({ standing }) => standing === 'new').map(({ address }) => address);
  return [...new Set(addresses)].map((address) => ({ type: 'openConversation', address }));
}

/** The operator learns whom we did not write to, and why. */
export function notWrittenTo(colleagues: readonly Colleague[]): TellOperator[] {
  const left = colleagues.filter(({ standing }) => standing !== 'new');
  if (left.length === 0) return [];
  return [{ type: 'tellOperator', about: 'not-written-to', because: `not written to: ${namesOf(left)}` }];
}

function namesOf(colleagues: readonly Colleague[]): string {
  return [...new Set(colleagues.map(({ address, standing }) => `${address} (${standing})`))].join(', ');
}
