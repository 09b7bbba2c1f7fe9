import { decide } from './decide';
import type { ConversationEvent, EventType } from './event';
import type { Intent } from './intent';
import type { Letter } from './letter';
import type { Memory } from './memory';
import { STAGES, type Stage } from './stage';
import {
  DEADLINE,
  aBookedSlot,
  answerDrafted,
  askedToDraft,
  askedToRead,
  aConversation,
  aSlot,
  chatChanged,
  companyStopped,
  contactAsked,
  contactStarted,
  contactUnsubscribed,
  contactWrote,
  conversationOpened,
  draftApproved,
  draftRejected,
  given,
  letterCancelled,
  letterRetried,
  machineWrote,
  messageUnderstood,
  modelAnswerRejected,
  modelFailed,
  operatorReleased,
  operatorReplied,
  operatorResumed,
  operatorStopped,
  operatorTookOver,
  operatorWrote,
  readingFailed,
  readingUnsure,
  redirectTo,
  settled,
  timerFired,
} from './testing/builders';

/** How each stage is called in the table. */
const NAMES: Readonly<Record<Stage, string>> = {
  'drafting-offer': 'offer',
  'awaiting-start': 'start',
  'awaiting-reply': 'reply',
  understanding: 'read',
  answering: 'answer',
  postponed: 'later',
  'awaiting-colleague': 'colleague',
  'in-demo': 'demo',
  'handed-over': 'person',
  redirected: 'redirected',
  'offer-ignored': 'ignored',
  stopped: 'stopped',
  unreachable: 'gone',
};

const understood = (...intents: readonly Intent[]) =>
  messageUnderstood({ intents, passages: ['a#1'], accessCode: 'A1' });
const colleague = (standing: 'new' | 'suppressed') => redirectTo({ address: 'petr@example.com', standing });

const IN_CHAT = { channel: 'telegram' } as const;

const DECLINED = { type: 'calendarReply', answer: 'declined', uid: 'slot-1' } as const;

/** Everything that can happen; `letter-1` is awaited in every stage, `message-1` unread where messages are read. */
const EVENTS: Readonly<Record<string, ConversationEvent>> = {
  'a conversation is opened': conversationOpened(),
  'the contact presses Start': contactStarted(),
  'Start joins the chat': contactStarted({ joins: true }),
  'Start of who said stop': contactStarted({ suppressed: true }),
  'the contact asks for help': contactAsked('help'),
  'the bot is blocked': chatChanged('blocked'),
  'blocked, with e-mail left': chatChanged('blocked', true),
  'the contact writes': contactWrote(),
  'read: stop': understood({ type: 'stop' }),
  'read: demo': understood({ type: 'demo' }),
  'read: presentation': understood({ type: 'presentation' }),
  'read: postpone': understood({ type: 'postpone' }),
  'read: deck, and postpone': understood({ type: 'presentation' }, { type: 'postpone' }),
  'read: a colleague': messageUnderstood(colleague('new')),
  'read: a known colleague': messageUnderstood(colleague('suppressed')),
  'read: ask somebody else': understood({ type: 'redirect', addresses: [] }),
  'read: question': understood({ type: 'question' }),
  'read: unknown question': messageUnderstood({ intents: [{ type: 'question' }] }),
  'read: acknowledged': understood({ type: 'acknowledged' }),
  'read: unclear': understood({ type: 'unclear' }),
  'read: not surely': messageUnderstood({ intents: [{ type: 'demo' }], confidence: 0.4 }),
  'a stranger: demo': messageUnderstood({ intents: [{ type: 'demo' }], senderKnown: false }),
  'a stranger: stop': messageUnderstood({ intents: [{ type: 'stop' }], senderKnown: false }),
  'read too late: demo': { ...understood({ type: 'demo' }), messageId: 'message-0' },
  'read: by a model, please': readingUnsure(),
  'a model is not asked': answerDrafted(),
  'a model drafts': answerDrafted(),
  'a model answers wrongly': modelAnswerRejected('it names an address'),
  'no model can read it': modelFailed(),
  'no model can draft it': modelFailed(),
  'the reading fails': readingFailed(),
  'an auto-reply': machineWrote('auto_reply'),
  'a bounce for good': machineWrote('bounce_hard'),
  'a bounce, with a chat left': machineWrote('bounce_hard', { elsewhere: true }),
  'a bounce of another': machineWrote('bounce_hard', { aboutContact: false }),
  'the third bounce for now': machineWrote('bounce_soft'),
  'the slot is declined': machineWrote('calendar', { facts: DECLINED }),
  'the contact unsubscribes': contactUnsubscribed(),
  'the letter is sent': settled({ outcome: 'sent' }),
  'an older letter is sent': settled({ outcome: 'sent' }, { outboxId: 'letter-0' }),
  'rejected: the address': settled({ outcome: 'rejected', because: 'address' }),
  'rejected, with a chat left': settled({ outcome: 'rejected', because: 'address' }, { elsewhere: true }),
  'rejected: the chat': settled({ outcome: 'rejected', because: 'address' }, IN_CHAT),
  'rejected, with e-mail left': settled({ outcome: 'rejected', because: 'address' }, { ...IN_CHAT, elsewhere: true }),
  'rejected, nothing is left': settled({ outcome: 'rejected', because: 'address' }, { ...IN_CHAT, elsewhere: true }),
  'rejected: the content': settled({ outcome: 'rejected', because: 'content' }),
  'uncertain, an answer': settled({ outcome: 'uncertain', repeated: false }),
  'uncertain, once more': settled({ outcome: 'uncertain', repeated: true }),
  'uncertain, an opening': settled({ outcome: 'uncertain', repeated: false }, { letters: ['opening'] }),
  withheld: settled({ outcome: 'withheld' }),
  'withheld, with a chat left': settled({ outcome: 'withheld' }, { elsewhere: true }),
  'withheld in the chat': settled({ outcome: 'withheld' }, IN_CHAT),
  'timer: silence': timerFired('silence'),
  'timer: reminder': timerFired('reminder'),
  'timer: demoFollowUp': timerFired('demoFollowUp'),
  'timer: modelDeadline': { ...timerFired('modelDeadline'), at: DEADLINE },
  'timer: an older deadline': timerFired('modelDeadline'),
  'the operator replies': operatorReplied('Hello'),
  'the operator wrote past us': operatorWrote(),
  'the operator releases': operatorReleased(),
  'the operator takes over': operatorTookOver(),
  'the operator stops': operatorStopped(),
  'the company is stopped': companyStopped(),
  'the operator resumes': operatorResumed('called us'),
  'resumes what came back': operatorResumed('called us'),
  'a draft is approved': draftApproved(),
  'a draft is rejected': draftRejected('too long'),
  'the letter is cancelled': letterCancelled(),
  'an older one is cancelled': letterCancelled('letter-0'),
  'an answer is retried': letterRetried('answer'),
  'an opening is retried': letterRetried('opening'),
  'retried where it came back': letterRetried('answer'),
};

/** What is remembered besides, where a row is about it. */
const REMEMBERED: Readonly<Record<string, Partial<Memory>>> = {
  'a model drafts': askedToDraft(),
  'a model answers wrongly': askedToRead(readingUnsure({ hintsAtStop: true })),
  'no model can read it': askedToRead(readingUnsure({ hintsAtStop: true })),
  'no model can draft it': askedToDraft(),
  'timer: modelDeadline': askedToDraft(),
  'timer: an older deadline': askedToDraft(),
  'the third bounce for now': { softBounces: ['<1@us>', '<2@us>'] },
  'rejected, nothing is left': { emailGivenUp: true },
  'withheld, with a chat left': { emailGivenUp: true },
  'withheld in the chat': { emailGivenUp: true },
  'resumes what came back': { emailGivenUp: true },
  'retried where it came back': { emailGivenUp: true },
  'the slot is declined': { slot: aBookedSlot(aSlot('2026-11-26', '14:00')) },
};

/** The next stage; `=` stays, `-` has no meaning there and is recorded as ignored. */
const TABLE = `
                            offer      start      reply      read       answer     later      colleague  demo       person     redirected ignored    stopped    gone
a conversation is opened    =          =          -          -          -          -          -          -          -          -          -          -          -
the contact presses Start   =          offer      offer      offer      offer      offer      offer      offer      =          offer      offer      =          offer
Start joins the chat        =          offer      offer      =          =          =          =          =          =          offer      offer      =          offer
Start of who said stop      stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
the contact asks for help   =          -          =          =          =          =          =          =          =          =          =          =          =
the bot is blocked          gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
blocked, with e-mail left   =          =          =          =          =          =          =          =          =          =          =          =          =
the contact writes          read       =          read       =          read       read       read       read       =          read       read       =          read
read: stop                  stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
read: demo                  -          =          -          demo       -          -          -          -          =          -          -          =          -
read: presentation          -          =          -          answer     -          -          -          -          =          -          -          =          -
read: postpone              -          =          -          later      -          -          -          -          =          -          -          =          -
read: deck, and postpone    -          =          -          later      -          -          -          -          =          -          -          =          -
read: a colleague           -          =          -          redirected -          -          -          -          =          -          -          =          -
read: a known colleague     -          =          -          person     -          -          -          -          =          -          -          =          -
read: ask somebody else     -          =          -          colleague  -          -          -          -          =          -          -          =          -
read: question              -          =          -          answer     -          -          -          -          =          -          -          =          -
read: unknown question      -          =          -          person     -          -          -          -          =          -          -          =          -
read: acknowledged          -          =          -          reply      -          -          -          -          =          -          -          =          -
read: unclear               -          =          -          person     -          -          -          -          =          -          -          =          -
read: not surely            -          =          -          person     -          -          -          -          =          -          -          =          -
a stranger: demo            -          =          -          person     -          -          -          -          =          -          -          =          -
a stranger: stop            stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
read too late: demo         -          -          -          -          -          -          -          -          -          -          -          -          -
read: by a model, please    -          =          -          =          -          -          -          -          =          -          -          -          -
a model is not asked        -          -          -          -          -          -          -          -          -          -          -          -          -
a model drafts              =          =          =          =          =          =          =          =          =          =          =          -          =
a model answers wrongly     =          =          =          =          =          =          =          =          =          =          =          -          =
no model can read it        person     =          person     person     person     person     person     person     =          person     person     -          person
no model can draft it       person     =          person     person     person     person     person     person     =          person     person     -          person
the reading fails           -          =          -          person     -          -          -          -          =          -          -          =          -
an auto-reply               =          =          =          =          =          =          =          =          =          =          =          =          =
a bounce for good           gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
a bounce, with a chat left  =          =          =          =          =          =          =          =          =          =          =          =          =
a bounce of another         =          =          =          =          =          =          =          =          =          =          =          =          =
the third bounce for now    gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
the slot is declined        =          =          =          =          =          =          =          reply      =          =          =          =          =
the contact unsubscribes    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
the letter is sent          reply      =          =          =          reply      =          =          =          =          =          =          =          =
an older letter is sent     =          =          =          =          =          =          =          =          =          =          =          =          =
rejected: the address       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
rejected, with a chat left  reply      =          =          =          reply      =          =          =          =          =          =          =          =
rejected: the chat          gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
rejected, with e-mail left  reply      =          =          =          reply      =          =          =          =          =          =          =          =
rejected, nothing is left   gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       gone       =          =
rejected: the content       person     person     person     person     person     person     person     person     =          person     person     =          person
uncertain, an answer        =          =          =          =          =          =          =          =          =          =          =          =          =
uncertain, once more        person     person     person     person     person     person     person     person     =          person     person     =          person
uncertain, an opening       person     person     person     person     person     person     person     person     =          person     person     =          person
withheld                    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
withheld, with a chat left  reply      =          =          =          reply      =          =          =          =          =          =          =          =
withheld in the chat        stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    =          stopped
timer: silence              -          -          ignored    =          -          -          ignored    ignored    -          -          -          -          -
timer: reminder             -          -          -          =          -          reply      -          -          -          -          -          -          -
timer: demoFollowUp         -          -          -          =          -          =          -          reply      -          -          -          -          -
timer: modelDeadline        =          =          =          =          =          =          =          =          =          =          =          -          =
timer: an older deadline    -          -          -          -          -          -          -          -          -          -          -          -          -
the operator replies        reply      -          =          reply      reply      reply      reply      reply      reply      reply      reply      -          reply
the operator wrote past us  person     person     person     person     person     person     person     person     =          person     person     -          person
the operator releases       -          -          -          -          -          -          -          -          reply      -          -          -          -
the operator takes over     person     person     person     person     person     person     person     person     -          person     person     -          person
the operator stops          stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    -          stopped
the company is stopped      stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    stopped    -          stopped
the operator resumes        -          -          -          -          -          -          -          -          -          -          -          reply      -
resumes what came back      =          =          =          =          =          =          =          =          =          =          =          reply      reply
a draft is approved         =          =          =          =          =          =          =          =          =          =          =          =          =
a draft is rejected         person     person     person     person     person     person     person     person     =          =          =          =          =
the letter is cancelled     person     person     person     person     person     person     person     person     =          =          =          =          =
an older one is cancelled   =          =          =          =          =          =          =          =          =          =          =          =          =
an answer is retried        answer     -          answer     =          =          =          answer     =          answer     =          answer     -          answer
an opening is retried       =          -          offer      =          offer      =          offer      =          offer      =          offer      -          offer
retried where it came back  -          -          -          -          -          -          -          -          -          -          -          -          -
`;

const [header = '', ...rows] = TABLE.split('\n').filter((line) => line.trim() !== '');
const COLUMNS = header.trim().split(/ +/);
const ROWS = rows.map((row) => {
  const [name = '', ...cells] = row.trim().split(/ {2,}/);
  const expected = cells.flatMap((cell) => cell.split(' '));
  return { name, expected: Object.fromEntries(COLUMNS.map((column, index) => [column, expected[index]])) };
});

const READS: readonly Stage[] = ['understanding', 'handed-over', 'awaiting-start', 'stopped'];

function nextOf(stage: Stage, event: ConversationEvent, remembered: Partial<Memory> = {}): string {
  const letters: readonly Letter[] = stage === 'drafting-offer' ? ['opening'] : ['answer'];
  const unread = READS.includes(stage) ? ['message-1'] : [];
  const memory = { unread, awaited: { outboxId: 'letter-1', letters }, cameFrom: 'awaiting-reply' as const };
  const decision = decide(aConversation({ stage, memory: { ...memory, ...remembered } }), event);
  if (decision.type === 'ignored') return '-';
  return decision.conversation.stage === stage ? '=' : NAMES[decision.conversation.stage];
}

describe('a conversation in every stage', () => {
  it.each(ROWS)('knows what follows: $name', ({ name, expected }) => {
    const event = EVENTS[name];
    if (!event) throw new Error(`The table has a row without an event: ${name}`);
    const next = STAGES.map((stage) => [NAMES[stage], nextOf(stage, event, REMEMBERED[name])]);
    expect(Object.fromEntries(next)).toEqual(expected);
  });

  it('has a column in the table', () => {
    expect(COLUMNS).toEqual(STAGES.map((stage) => NAMES[stage]));
  });

  it('has a row in the table for everything that can happen, and a cell for each', () => {
    const happening = Object.values(EVENTS).map(({ type }) => type);
    expect(new Set(happening)).toEqual(new Set(Object.keys(EVERY_EVENT)));
    expect(ROWS.map(({ name }) => name)).toEqual(Object.keys(EVENTS));
    expect(ROWS.flatMap(({ expected }) => Object.values(expected)).filter((cell) => cell === undefined)).toEqual([]);
  });

  it('says of an event without a meaning why it is ignored', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(operatorReleased())
      .then({ ignored: 'operatorReleased means nothing in postponed' });
  });
});

/** The compiler asks for each type of event. */
const EVERY_EVENT: Readonly<Record<EventType, true>> = {
  conversationOpened: true,
  contactStarted: true,
  contactAsked: true,
  chatChanged: true,
  contactWrote: true,
  messageUnderstood: true,
  readingUnsure: true,
  readingFailed: true,
  answerDrafted: true,
  modelAnswerRejected: true,
  modelFailed: true,
  machineWrote: true,
  contactUnsubscribed: true,
  deliverySettled: true,
  timerFired: true,
  operatorReplied: true,
  operatorWrote: true,
  operatorReleased: true,
  operatorTookOver: true,
  operatorStopped: true,
  companyStopped: true,
  operatorResumed: true,
  draftApproved: true,
  draftRejected: true,
  letterCancelled: true,
  letterRetried: true,
};
