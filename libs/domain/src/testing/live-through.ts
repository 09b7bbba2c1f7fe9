import { letterAsked, messagesAsked } from '../what-is-asked';
import type { Channel } from '../channel';
import type { ConversationEvent, MessageUnderstood } from '../event';
import { readsByModel } from '../reads-by-model';
import { demoOf } from '../want';
import type { History } from './any-history';
import type { Happening, ModelAnswer, OperatorAct, Saying } from './happening';
import type { ModelLetter } from './model-outbox';
import { machineMail } from './machine-mail';
import { ModelWorld, offeredSlots } from './model-world';

const HOUR = 3_600_000;

type Happened = Pick<ConversationEvent, 'id' | 'at' | 'rules'>;

/** Lets everything of a history happen, one after another, and gives the world it leaves. */
export function liveThrough({ rules, reach, referred, happenings }: History): ModelWorld {
  const world = ModelWorld.at(reach, rules);
  world.take({ type: 'conversationOpened', id: 'opening', at: world.now, rules, referred, passages: ['a#1'] });
  happenings.forEach((happening, index) => {
    happen(world, happening, String(index));
  });
  return world;
}

function happen(world: ModelWorld, happening: Happening, id: string): void {
  const { outbox } = world;
  const happened = { id: `event-${id}`, at: world.now, rules: world.rules };
  switch (happening.type) {
    case 'contact-says':
      hear(world, happened, happening.by, true);
      if (happening.meanwhile) happen(world, happening.meanwhile, `${id}-meanwhile`);
      read(world, world.reading.size - 1, { ...happened, at: world.now }, happening.saying);
      return;
    case 'contact-writes':
      hear(world, happened, happening.by, happening.senderKnown);
      return;
    case 'message-is-read':
      read(world, happening.place, happened, happening.saying);
      return;
    case 'reading-fails':
      read(world, happening.place, happened, null);
      return;
    case 'model-answers':
      answerByModel(world, happening, happened);
      return;
    case 'machine-writes':
    case 'contact-is-away':
    case 'calendar-answers':
      world.take({ ...happened, ...machineMail(happening, world), messageId: `message-${id}` });
      return;
    case 'contact-unsubscribes':
      world.take({ ...happened, type: 'contactUnsubscribed', messageId: `message-${id}` });
      return;
    case 'letter-goes-out': {
      const letter = claim(world, happening.place);
      if (letter?.status === 'handing-over') outbox.settle(letter, happening.how);
      if (letter?.isUnlearnt) learn(world, letter, { ...happened, at: world.now });
      return;
    }
    case 'gateway-claims':
      claim(world, happening.place);
      return;
    case 'gateway-settles': {
      const letter = pick(outbox.in('handing-over'), happening.place);
      if (letter) outbox.settle(letter, happening.how);
      return;
    }
    case 'it-was-sent-after-all': {
      const letter = pick(
        outbox.letters.filter(({ outcome }) => outcome === 'uncertain'),
        happening.place,
      );
      if (letter?.status === 'settled') outbox.settle(letter, 'sent');
      return;
    }
    case 'settlement-is-learnt': {
      const letter = pick(
        outbox.letters.filter(({ isUnlearnt }) => isUnlearnt),
        happening.place,
      );
      if (letter) learn(world, letter, happened);
      return;
    }
    case 'time-passes':
      world.now = new Date(world.now.getTime() + happening.hours * HOUR);
      return;
    case 'timer-comes-due': {
      const timer = pick(world.timers, happening.place);
      if (!timer) return;
      world.timers = world.timers.filter((one) => one !== timer);
      if (timer.dueAt > world.now) world.now = timer.dueAt;
      world.take({ ...happened, at: world.now, type: 'timerFired', timer: timer.timer });
      return;
    }
    case 'operator':
      world.take(operatorEvent(happening.does, happened, world));
      return;
    case 'draft-is-decided': {
      const draft = pick(outbox.in('draft'), happening.place);
      if (!draft) return;
      const about = { ...happened, outboxId: draft.id };
      if (happening.how === 'rejected') world.take({ ...about, type: 'draftRejected', because: 'not like this' });
      else world.take({ ...about, type: 'draftApproved', ...(happening.how === 'edited' ? { text: 'Better' } : {}) });
      return;
    }
    case 'letter-is-cancelled': {
      const letter = pick(outbox.in('draft', 'queued'), happening.place);
      if (letter) world.take({ ...happened, type: 'letterCancelled', outboxId: letter.id });
      return;
    }
    case 'letter-is-retried': {
      const letter = pick(
        outbox.in('settled').filter(({ outcome }) => outcome === 'content' || outcome === 'address'),
        happening.place,
      );
      if (!letter || letter.isUnlearnt) return;
      const { letters, channel } = letter;
      world.take({ ...happened, type: 'letterRetried', outboxId: letter.id, letters, channel });
      return;
    }
    case 'contact-starts':
      world.take({ ...happened, ...happening, type: 'contactStarted', messageId: `message-${id}`, referred: false });
      return;
    case 'contact-asks':
      world.take({
        ...happened,
        type: 'contactAsked',
        messageId: `message-${id}`,
        letter: happening.letter,
        language: null,
      });
      return;
    case 'chat-changes': {
      const { change } = happening;
      const elsewhere = world.channels.isElsewhere('telegram');
      if (world.channels.chat === 'none') return;
      world.take({ ...happened, type: 'chatChanged', messageId: `message-${id}`, change, elsewhere });
      return;
    }
    case 'address-is-on-a-list':
      outbox.suppression ??= { id: `list-${id}`, decided: null, passed: [] };
      return;
    case 'approval-changes':
      world.rules = { ...world.rules, approval: happening.approval };
      outbox.approveDrafts(happening.approval);
      return;
    case 'an-event-comes-again': {
      const turn = pick([...world.turns.values()], happening.place);
      if (turn) world.take(turn.event);
      return;
    }
    default:
      happening satisfies never;
  }
}

function hear(world: ModelWorld, happened: Happened, by: Channel, senderKnown: boolean): void {
  const written = { messageId: `message-of-${happened.id}`, channel: world.channels.heardBy(by), senderKnown };
  world.take({ ...happened, type: 'contactWrote', ...written, answerReplaceable: isReplaceable(world) });
}

/** Nothing was made of it when nothing is said. */
function read(world: ModelWorld, place: number, { at, rules }: Happened, saying: Saying | null): void {
  const [messageId, message] = pick([...world.reading], place) ?? [];
  if (messageId === undefined || !message) return;
  world.reading.delete(messageId);
  const happened = { id: message.key, at, rules, messageId };
  if (!saying) {
    world.take({ ...happened, type: 'readingFailed', because: 'no reader' });
    return;
  }
  const { senderKnown } = message;
  const offline = understood(world, messageId, senderKnown, saying);
  const { reading, passages } = offline;
  if (rules.model && readsByModel(world.conversation, offline, saying.doubts)) {
    const { hintsAtStop } = saying.doubts;
    world.take({ ...happened, type: 'readingUnsure', senderKnown, wroteAt: at, reading, passages, hintsAtStop });
  } else world.take({ ...happened, ...offline });
}

function answerByModel(
  world: ModelWorld,
  { how, saying, isLate }: { readonly how: ModelAnswer; readonly saying: Saying; readonly isLate: boolean },
  { at, rules }: Happened,
): void {
  const { memory } = world.conversation;
  const jobId = isLate ? world.superseded.at(-1) : memory.asked?.jobId;
  if (jobId === undefined) return;
  const event = { id: `${jobId}:settled`, at, rules, jobId };
  if (how === 'never') world.take({ ...event, type: 'modelFailed' });
  else if (how === 'wrongly') world.take({ ...event, type: 'modelAnswerRejected', because: 'it names an address' });
  else if (isLate || letterAsked(memory)) {
    const draft = { found: how === 'well', sentences: [{ text: 'It does.', passages: ['a#1'] }] };
    world.take({ ...event, type: 'answerDrafted', draft });
  } else {
    const messages = messagesAsked(memory);
    const [last, ...earlier] = messages.map(({ messageId }) => messageId).reverse();
    const offline = understood(
      world,
      last ?? '',
      messages.every(({ senderKnown }) => senderKnown),
      saying,
    );
    const reading = { ...offline.reading, engine: 'model', confidence: 0.9 } as const;
    world.take({ id: event.id, at, rules, ...offline, reading, alsoRead: earlier.reverse() });
  }
}

function understood(
  { conversation, now, language }: ModelWorld,
  messageId: string,
  senderKnown: boolean,
  saying: Omit<Saying, 'doubts'>,
): Omit<MessageUnderstood, 'id' | 'at' | 'rules'> {
  const { intents: makers, confidence, consent, language: spoken, passages, colleagues, accessCode, taken } = saying;
  const intents = makers.map((make) => make(now));
  const names = intents.some((intent) => intent.type === 'redirect' && intent.addresses.length > 0);
  const demo = demoOf([...conversation.memory.wants, ...intents.map((intent) => ({ intent }))]);
  const chosen = demo?.choice === undefined ? undefined : conversation.memory.offered[demo.choice - 1];
  const wish = chosen ? { from: chosen.startsAt, to: chosen.endsAt } : demo?.wish;
  return {
    type: 'messageUnderstood',
    messageId,
    senderKnown,
    reading: { intents, confidence, engine: 'offline', consent, language: spoken, evidence: intents.map(() => '') },
    passages: intents.some(({ type }) => type === 'question') ? passages : [],
    colleagues: names ? colleagues : [],
    ...(demo ? offeredSlots(now, taken, wish) : { freeSlots: [], wishFits: false }),
    accessCode: demo ? accessCode : null,
    contactLanguage: language,
  };
}

function claim(world: ModelWorld, place: number): ModelLetter | undefined {
  const letter = pick(world.outbox.in('queued'), place);
  if (!letter) return undefined;
  if (letter.leavesFrom > world.now) world.now = letter.leavesFrom;
  world.outbox.claim(letter, world.now, world.rules);
  return letter;
}

function learn(world: ModelWorld, letter: ModelLetter, happened: Pick<ConversationEvent, 'at' | 'rules'>): void {
  const { id, letters, channel, outcome, repeats } = letter;
  const about = { outboxId: id, letters, channel, elsewhere: world.channels.isElsewhere(channel) };
  letter.isUnlearnt = false;
  const event = { ...happened, id: `${id}:settled:${String(repeats)}:${String(outcome)}`, ...about };
  const type = 'deliverySettled';
  switch (outcome) {
    case 'sent':
    case 'withheld':
      world.take({ ...event, type, settlement: { outcome } });
      return;
    case 'address':
    case 'content':
      world.take({ ...event, type, settlement: { outcome: 'rejected', because: outcome } });
      return;
    case 'uncertain':
      world.take({ ...event, type, settlement: { outcome, repeated: channel === 'telegram' || repeats > 0 } });
      return;
    case null:
      return;
    default:
      outcome satisfies never;
  }
}

function operatorEvent(act: OperatorAct, happened: Happened, world: ModelWorld): ConversationEvent {
  switch (act) {
    case 'replies':
      return { ...happened, type: 'operatorReplied', text: 'It is me.' };
    case 'writes':
      return { ...happened, type: 'operatorWrote', messageId: happened.id, answerReplaceable: isReplaceable(world) };
    case 'takes-over':
      return { ...happened, type: 'operatorTookOver', answerReplaceable: isReplaceable(world) };
    case 'releases':
      return { ...happened, type: 'operatorReleased' };
    case 'stops':
      return { ...happened, type: 'operatorStopped' };
    case 'stops-company':
      return { ...happened, type: 'companyStopped' };
    case 'resumes':
      return { ...happened, type: 'operatorResumed', reason: 'they called' };
  }
}

function isReplaceable({ conversation, outbox }: ModelWorld): boolean {
  const { awaited } = conversation.memory;
  return outbox.in('draft', 'queued', 'held').some(({ id }) => id === awaited?.outboxId);
}

function pick<T>(from: readonly T[], place: number): T | undefined {
  return from[place % Math.max(from.length, 1)];
}
