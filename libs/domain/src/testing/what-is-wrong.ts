import { letterAsked, messagesAsked } from '../what-is-asked';
import type { Conversation } from '../conversation';
import type { ConversationEvent, TimerName } from '../event';
import type { SetTimer } from '../memory';
import type { BookedSlot } from '../slot';
import type { Stage } from '../stage';
import type { ModelChannels } from './model-channels';
import { PASSING, type ModelOutbox } from './model-outbox';

/** A conversation, and what stands around it. */
interface World {
  readonly conversation: Conversation;
  readonly now: Date;
  readonly outbox: ModelOutbox;
  readonly channels: ModelChannels;
  readonly timers: readonly SetTimer[];
  readonly slots: ReadonlyMap<string, BookedSlot>;
  /** What a model is asked for, by the job. */
  readonly jobs: ReadonlySet<string>;
  /** By the messages whose reading is under way. */
  readonly reading: ReadonlyMap<string, unknown>;
}

/** Where a conversation can be while letters come back: nothing is written there. */
const OUT_OF_REACH: readonly Stage[] = ['unreachable', 'handed-over', 'understanding'];

/** What must hold after every turn. */
export function whatIsWrong(world: World, event: ConversationEvent, cameFrom: Stage): string[] {
  const { conversation, outbox, slots, now } = world;
  const { stage, memory } = conversation;
  const wrongs: string[] = [];
  if (outbox.suppression?.decided === 'stop' && stage !== 'stopped') wrongs.push(`suppressed, but ${stage}`);
  wrongs.push(...whatIsWrongWithChannels(world, event, cameFrom));
  if (event.type === 'contactUnsubscribed') {
    if (stage !== 'stopped') wrongs.push(`unsubscribed, but ${stage}`);
    if (outbox.in('draft', 'queued').length > 0) wrongs.push('a letter waits to leave after they unsubscribed');
  }
  if (stage === 'stopped' && cameFrom !== 'stopped') {
    const waiting = outbox
      .in('draft', 'queued')
      .filter(({ letters }) => !letters.every((one) => PASSING.includes(one)));
    wrongs.push(...waiting.map(({ letters }) => `${letters.join('+')} waits to leave after the stop`));
  }
  if (timersAhead(memory.timers, now) !== timersAhead(world.timers, now)) {
    wrongs.push(`remembers ${timersAhead(memory.timers, now)}, but ${timersAhead(world.timers, now)} are set`);
  }
  wrongs.push(...whatIsWrongWithModel(world));
  if (!isWaiting(world)) wrongs.push(`nothing is waited for in ${stage}`);
  if (memory.slot && !slots.has(memory.slot.uid)) wrongs.push('the slot remembered is not booked');
  const isOver = stage === 'stopped' || stage === 'redirected' || stage === 'unreachable';
  if (isOver && [...slots.values()].some(({ endsAt }) => endsAt > now)) wrongs.push(`a slot is kept in ${stage}`);
  return wrongs;
}

/** Whom letters come back from is written to in the chat, and given up only where there is none. */
function whatIsWrongWithChannels(
  { conversation, outbox, channels }: World,
  event: ConversationEvent,
  cameFrom: Stage,
): string[] {
  const { stage, memory } = conversation;
  const wrongs: string[] = [];
  if (memory.bounced && !OUT_OF_REACH.includes(stage)) wrongs.push(`letters come back, but ${stage}`);
  if (memory.bounced && memory.emailGivenUp) wrongs.push('written to nowhere, and in the chat');
  if (outbox.isBounce && stage === 'stopped') wrongs.push('stopped, though letters only come back');
  const isGivenUp = stage === 'unreachable' && cameFrom !== 'unreachable';
  const isTold = event.type === 'machineWrote' || event.type === 'deliverySettled';
  const isReached = channels.chat === 'open' || (channels.hasEmail && !memory.bounced);
  if (isGivenUp && isTold && isReached) wrongs.push('given up, though there is another channel');
  return wrongs;
}

/** One thing is asked for at a time, with a deadline, and nothing waits to leave while a stop may have been said. */
function whatIsWrongWithModel({ conversation, outbox, timers, jobs }: World): string[] {
  const { stage, memory } = conversation;
  const wrongs: string[] = [];
  const wanted = memory.asked ? [memory.asked.jobId] : [];
  if (wanted.join() !== [...jobs].join())
    wrongs.push(`asks for ${wanted.join()}, but ${[...jobs].join()} are under way`);
  const deadlines = timers.filter(({ timer }) => timer === 'modelDeadline').length;
  if (deadlines > wanted.length) wrongs.push(`${String(deadlines)} deadlines for ${wanted.join()}`);
  if (memory.asked && stage === 'stopped') wrongs.push('a model is asked after the stop');
  const isHeld = memory.mayBeStops.length > 0;
  if (isHeld && outbox.in('draft', 'queued').length > 0) wrongs.push('something may leave though it may be a stop');
  if (!isHeld && outbox.in('held').length > 0) wrongs.push('a letter is held for nothing');
  return wrongs;
}

function isWaiting({ conversation, outbox, timers, reading }: World): boolean {
  const { stage, memory } = conversation;
  const forDeadline = timers.some(({ timer }) => timer === 'modelDeadline');
  const forLetter = outbox.isOpen(memory.awaited?.outboxId) || (letterAsked(memory) !== null && forDeadline);
  const isAsked = (id: string) => forDeadline && messagesAsked(memory).some(({ messageId }) => messageId === id);
  const forTimer = (...names: readonly TimerName[]) => timers.some(({ timer }) => names.includes(timer));
  switch (stage) {
    case 'drafting-offer':
    case 'answering':
      return forLetter;
    case 'awaiting-reply':
    case 'awaiting-colleague':
      return forLetter || forTimer('silence');
    case 'in-demo':
      return forLetter || forTimer('silence', 'demoFollowUp');
    case 'postponed':
      return forTimer('reminder');
    case 'understanding':
      return memory.unread.length > 0 && memory.unread.every((id) => reading.has(id) || isAsked(id));
    case 'awaiting-start':
    case 'handed-over':
    case 'redirected':
    case 'offer-ignored':
    case 'stopped':
    case 'unreachable':
      return true;
  }
}

function timersAhead(timers: readonly SetTimer[], now: Date): string {
  const ahead = timers.filter(({ dueAt }) => dueAt > now);
  return ahead.map(({ timer, dueAt }) => `${timer} ${dueAt.toISOString()}`).join(', ');
}

/** Answers that were taken back count as little as what may pass a stop, which is said once. */
export function tooManyAnswers(outbox: ModelOutbox, { at, rules }: ConversationEvent): string[] {
  const anHourAgo = at.getTime() - 3_600_000;
  const answers = outbox.letters.filter(
    ({ answers, status, writtenAt, letters }) =>
      answers !== undefined &&
      status !== 'cancelled' &&
      writtenAt.getTime() > anHourAgo &&
      !letters.every((letter) => PASSING.includes(letter)),
  );
  return answers.length > rules.answersPerHour ? [`${String(answers.length)} answers within an hour`] : [];
}
