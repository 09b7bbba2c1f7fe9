import { channelOf } from './address';
import type { EffectBody, TellOperator } from './effect';
import type { Colleague, MessageUnderstood } from './event';
import type { Memory } from './memory';
import { handOver, type Plan } from './plan';
import type { Want } from './want';
import { answerOf, lettersFor } from './write-answer';

/** At one contact's word no more are written to: whoever names a crowd is left to a person. */
export const MOST_COLLEAGUES = 5;

/** Writes to the colleagues, thanks the contact and leaves them alone. */
export function planRedirect(
  memory: Memory,
  wants: readonly Want[],
  colleagues: readonly Colleague[],
  event: MessageUnderstood,
): Plan {
  const opened = openConversations(colleagues);
  if (isCrowd(colleagues)) return handOver(crowdOf(colleagues));
  if (opened.length === 0) return handOver(`the colleague cannot be written to: ${namesOf(colleagues)}`);

  const invites = invitedAmong(opened, event);
  const { slot } = memory;
  const calledOff = slot && slot.endsAt > event.at ? { ...slot, sequence: slot.sequence + 1 } : null;
  const answers = lettersFor(wants).filter((letter) => letter === 'answer' || letter === 'presentation');
  const letters = [
    ...answers,
    ...(calledOff ? (['slot-cancelled'] as const) : []),
    ...(invites.length < opened.length ? (['redirect-thanks'] as const) : []),
    ...(invites.length > 0 ? (['redirect-invitation'] as const) : []),
  ];
  const facts = { ...(calledOff ? { slot: calledOff } : {}), ...(invites.length > 0 ? { invites } : {}) };
  return {
    stage: 'redirected',
    effects: [
      { type: 'cancelTimers' },
      ...(slot ? [{ type: 'releaseSlot', uid: slot.uid } as const] : []),
      ...opened,
      ...notWrittenTo(colleagues),
      ...answerOf(letters, wants, event, facts),
    ],
    memory: { wants: [], offered: [], slot: null, remindAt: null },
  };
}

/** Whom a bot cannot write to, only the contact can ask to press Start. */
function invitedAmong(opened: readonly EffectBody[], { rules }: MessageUnderstood): readonly string[] {
  if (!rules.telegram) return [];
  const addresses = opened.flatMap((effect) => (effect.type === 'openConversation' ? [effect.address] : []));
  return addresses.filter((address) => channelOf(address) === 'telegram');
}

/** None of a crowd is written to. */
export function openConversations(colleagues: readonly Colleague[]): EffectBody[] {
  if (isCrowd(colleagues)) return [];
  return newAmong(colleagues).map((address) => ({ type: 'openConversation', address }));
}

/** The operator learns whom we did not write to, and why. */
export function notWrittenTo(colleagues: readonly Colleague[]): TellOperator[] {
  const left = colleagues.filter(({ standing }) => standing !== 'new');
  if (left.length === 0 && !isCrowd(colleagues)) return [];
  const because = isCrowd(colleagues) ? crowdOf(colleagues) : `not written to: ${namesOf(left)}`;
  return [{ type: 'tellOperator', about: 'not-written-to', because }];
}

function isCrowd(colleagues: readonly Colleague[]): boolean {
  return newAmong(colleagues).length > MOST_COLLEAGUES;
}

function crowdOf(colleagues: readonly Colleague[]): string {
  const [count, most] = [String(newAmong(colleagues).length), String(MOST_COLLEAGUES)];
  return `the contact names ${count} addresses at once, and the agent writes to ${most} at most`;
}

function newAmong(colleagues: readonly Colleague[]): readonly string[] {
  return [...new Set(colleagues.filter(({ standing }) => standing === 'new').map(({ address }) => address))];
}

function namesOf(colleagues: readonly Colleague[]): string {
  return [...new Set(colleagues.map(({ address, standing }) => `${address} (${standing})`))].join(', ');
}
