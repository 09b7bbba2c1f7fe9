import type { Colleague, MessageUnderstood } from './event';
import type { EffectBody, SendMessage } from './effect';
import type { Letter } from './letter';
import type { Memory } from './memory';
import type { Stage } from './stage';
import { wantsAfter, type Want } from './want';
import { daysAfter, nextWorkingMoment, workingDayAfter } from './working-time';

/** What follows from everything the contact wants by now: the next stage, what to do, what to remember. */
export interface Plan {
  readonly stage: Stage;
  readonly effects: readonly EffectBody[];
  readonly memory: Partial<Memory>;
}

/** Plans one answer to all that is unanswered. `stop` beats everything but an address given in the same breath. */
export function planAnswer(memory: Memory, event: MessageUnderstood): Plan {
  const wants = wantsAfter(memory.wants, event);
  if (wants.some((want) => want.intent.type === 'stop')) return stop(wants, event);
  if (!event.senderKnown) return handOver('somebody we do not know answered in this thread');

  const colleagues = wants.flatMap((want) => want.colleagues);
  if (colleagues.length > 0) return redirect(wants, colleagues, event);
  if (wants.some((want) => want.intent.type === 'unclear')) return handOver('the message was not understood');
  return answer(memory, wants, event);
}

function stop(wants: readonly Want[], event: MessageUnderstood): Plan {
  const asked = wants.find((want) => want.intent.type === 'stop');
  const confirm = event.rules.stopConfirmed && event.senderKnown;
  return {
    stage: 'stopped',
    effects: [
      { type: 'suppress', because: 'contact-asked', messageId: asked?.messageId ?? event.messageId },
      { type: 'cancelMessages' },
      { type: 'cancelTimers' },
      ...(event.senderKnown ? openConversations(wants.flatMap((want) => want.colleagues)) : []),
      ...(confirm ? [{ type: 'sendMessage', letters: ['stop-confirmed'], answers: event.messageId } as const] : []),
    ],
    memory: { wants: [], awaited: null },
  };
}

function redirect(wants: readonly Want[], colleagues: readonly Colleague[], event: MessageUnderstood): Plan {
  const opened = openConversations(colleagues);
  if (opened.length === 0) {
    const why = colleagues.map(({ address, standing }) => `${address} (${standing})`).join(', ');
    return handOver(`the colleague cannot be written to: ${why}`);
  }
  const letters = lettersFor(wants).concat(event.rules.redirectThanks ? ['redirect-thanks'] : []);
  return {
    stage: 'redirected',
    effects: [{ type: 'cancelTimers' }, ...opened, ...send(letters, wants, event)],
    memory: { wants: [] },
  };
}

function openConversations(colleagues: readonly Colleague[]): EffectBody[] {
  const addresses = colleagues.filter(({ standing }) => standing === 'new').map(({ address }) => address);
  return [...new Set(addresses)].map((address) => ({ type: 'openConversation', address }));
}

function handOver(because: string): Plan {
  return { stage: 'handed-over', effects: [{ type: 'cancelTimers' }], memory: { handedOverBecause: because } };
}

function answer(memory: Memory, wants: readonly Want[], event: MessageUnderstood): Plan {
  const wanted = wants.filter((want) => want.intent.type !== 'acknowledged');
  if (wanted.length === 0) return resume(memory, event);

  const postponement = wanted.findLast((want) => want.intent.type === 'postpone')?.intent;
  const remindAt = postponement?.type === 'postpone' ? reminderDay(postponement.until, event) : null;
  const asksForColleague = wanted.some((want) => want.intent.type === 'redirect');
  const letters = lettersFor(wanted).filter((letter) => letter !== 'redirect-ask' || !memory.askedForColleague);

  const effects: EffectBody[] = [
    { type: 'cancelTimers' },
    ...send(letters, wanted, event, remindAt),
    ...(remindAt ? [{ type: 'scheduleTimer', timer: 'reminder', dueAt: remindAt } as const] : []),
  ];
  const remembered = { wants: wanted, remindAt, askedForColleague: memory.askedForColleague || asksForColleague };
  if (wanted.some(isUnanswerable)) {
    const handedOverBecause = "nothing in the product's knowledge answers the question";
    return {
      stage: 'handed-over',
      effects: effects.filter(({ type }) => type !== 'scheduleTimer'),
      memory: { ...remembered, handedOverBecause },
    };
  }
  if (remindAt) return { stage: 'postponed', effects, memory: remembered };
  if (letters.includes('demo-access')) return { stage: 'in-demo', effects, memory: remembered };
  if (asksForColleague) {
    const waitsOn = letters.length === 0 ? [silence(event)] : [];
    return { stage: 'awaiting-colleague', effects: [...effects, ...waitsOn], memory: remembered };
  }
  return { stage: 'answering', effects, memory: remembered };
}

/** An acknowledgement changes nothing: we wait on for what we waited for, and silence is counted anew. */
function resume(memory: Memory, event: MessageUnderstood): Plan {
  const remembered = { wants: [] };
  const nothing: Plan = { stage: memory.cameFrom, effects: [], memory: remembered };
  const waitOn = (stage: Stage): Plan => ({
    stage,
    effects: [{ type: 'cancelTimers' }, silence(event)],
    memory: remembered,
  });
  switch (memory.cameFrom) {
    case 'drafting-offer':
    case 'answering':
    case 'awaiting-reply':
      return memory.awaited ? nothing : waitOn('awaiting-reply');
    case 'awaiting-colleague':
      return memory.awaited ? nothing : waitOn('awaiting-colleague');
    case 'postponed':
    case 'in-demo':
      return memory.missedTimer ? waitOn('awaiting-reply') : nothing;
    case 'redirected':
      return nothing;
    case 'offer-ignored':
    case 'unreachable':
    case 'understanding':
    case 'handed-over':
    case 'stopped':
      return waitOn('awaiting-reply');
  }
}

function lettersFor(wants: readonly Want[]): Letter[] {
  return [...new Set(wants.flatMap(letterFor))];
}

function letterFor(want: Want): Letter[] {
  switch (want.intent.type) {
    case 'question':
      return want.passages.length > 0 ? ['answer'] : [];
    case 'presentation':
      return ['presentation'];
    case 'demo':
      return ['demo-access'];
    case 'postpone':
      return ['postpone-agreed'];
    case 'redirect':
      return want.intent.addresses.length > 0 ? [] : ['redirect-ask'];
    case 'stop':
    case 'acknowledged':
    case 'unclear':
      return [];
  }
}

function isUnanswerable(want: Want): boolean {
  return want.intent.type === 'question' && want.passages.length === 0;
}

function send(
  letters: readonly Letter[],
  wants: readonly Want[],
  event: MessageUnderstood,
  date: Date | null = null,
): SendMessage[] {
  if (letters.length === 0) return [];
  const passages = [...new Set(wants.flatMap((want) => want.passages))];
  return [
    {
      type: 'sendMessage',
      letters,
      answers: event.messageId,
      ...(passages.length > 0 ? { passages } : {}),
      ...(date ? { date } : {}),
    },
  ];
}

/** The start of work on the day asked for; the product's default when none was named or it is already past. */
function reminderDay(until: Date | undefined, event: MessageUnderstood): Date {
  const asked = until && until > event.at ? until : null;
  return asked
    ? nextWorkingMoment(asked, event.rules)
    : workingDayAfter(event.at, event.rules.postponeByDefaultDays, event.rules);
}

function silence(event: MessageUnderstood): EffectBody {
  return { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(event.at, event.rules.offerIgnoredAfterDays) };
}
