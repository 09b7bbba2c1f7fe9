import {
  askAgain,
  askToRead,
  forgetAsked,
  giveUnanswered,
  giveUnansweredToo,
  goOnWithoutModel,
  writeDrafted,
} from './ask-steps';
import { giveUpContact, liftBounce } from './bounce-steps';
import { changeChannel, changeChannelAnd, goOnInChat, loseContact } from './channel-steps';
import { answerAside, beginAnew, greet, noteChat, stopAndAskToResume } from './chat-steps';
import { close } from './close';
import {
  approveDraft,
  forgetLetter,
  giveUndelivered,
  repeatLetter,
  resumeWithLetter,
  retryLetter,
  takeBack,
  takeBackAndHandOver,
} from './delivery-steps';
import * as is from './machine-guards';
import { noted, take } from './machine-setup';
import { heedForPerson, heedMachine } from './machine-steps';
import { madeOnce, type Planner } from './made-once';
import { leaveToOperator, stopAtTheirWord, writeForOperator } from './operator-steps';
import { planAnswer } from './plan-answer';
import { waitForContact } from './plan-rest';
import { tickOff } from './reading-steps';
import { unsubscribe } from './unsubscribe';

/** What a reading's plan says is done; nothing is left unread. */
export const carryOut = (plan: Planner) =>
  take('messageUnderstood', (memory, event) => {
    const { effects, memory: remembered } = plan(memory, event);
    return { effects, memory: { unread: [], missedTimer: false, ...remembered } };
  });

/** What answers a message, planned. */
export const answer = madeOnce(planAnswer);

/** A stop never waits for the other messages of a burst, nor for anybody to wait for its reading. */
export const heard = { guard: is.asksToStop, target: 'stopped', actions: carryOut(answer) } as const;
/** Read, and nothing follows. */
export const ticked = { guard: is.isRead, actions: take(['messageUnderstood', 'readingFailed'], tickOff) } as const;

/** The contact cannot be written to there, or must not, or not at all. */
export const undeliverable = [
  { guard: is.goesOnElsewhere, actions: take('deliverySettled', changeChannel) },
  { guard: is.isCutOff, target: 'unreachable', actions: take('deliverySettled', loseContact) },
  { guard: is.isKeptFromBouncing, target: 'unreachable', actions: take('deliverySettled', giveUpContact) },
  { guard: is.ended('withheld'), target: 'stopped', actions: take('deliverySettled', close) },
  { guard: is.hasWrongAddress, target: 'unreachable', actions: take('deliverySettled', giveUpContact) },
] as const;

/** How a letter can fail, where the agent has the conversation. */
export const troubles = [
  ...undeliverable,
  { guard: is.ended('rejected'), target: 'handed-over', actions: take('deliverySettled', giveUndelivered) },
  { guard: is.isRepeatable, actions: take('deliverySettled', repeatLetter) },
  { guard: is.ended('uncertain'), target: 'handed-over', actions: take('deliverySettled', giveUndelivered) },
] as const;

const waitsForContact = take('deliverySettled', waitForContact);
export const settledAndForgotten = [
  { guard: is.arrived, actions: take('deliverySettled', forgetLetter) },
  { actions: noted },
] as const;

/** The letter has left, or never will: it is the contact's turn. */
export const thenTheContact = [
  {
    guard: is.goesOnElsewhereAfter,
    target: 'awaiting-reply',
    actions: take('deliverySettled', changeChannelAnd(waitForContact)),
  },
  ...troubles,
  { guard: is.arrivedBeforeSlot, target: 'in-demo', actions: waitsForContact },
  { guard: is.arrived, target: 'awaiting-reply', actions: waitsForContact },
  { actions: noted },
] as const;

export const saidStop = {
  guard: is.saidStop,
  target: 'stopped',
  actions: take('contactStarted', stopAndAskToResume),
} as const;
const askedTooOften = { guard: is.asksTooOften, actions: noted } as const;
const begunAnew = { target: 'drafting-offer', actions: take('contactStarted', beginAnew) } as const;
/** Where something is under way, the chat that joins goes on with it. */
export const startedUnderWay = [
  saidStop,
  askedTooOften,
  { guard: is.joins, actions: take('contactStarted', greet) },
  begunAnew,
] as const;
/** Start has been pressed, and the opening is on its way. */
export const startedAlready = [saidStop, askedTooOften, { guard: is.joins, ...begunAnew }, { actions: noted }] as const;

const approved = { actions: take('draftApproved', approveDraft) } as const;
export const takenBack = { actions: take(['draftRejected', 'letterCancelled'], takeBack) } as const;
const takenToPerson = {
  target: 'handed-over',
  actions: take(['draftRejected', 'letterCancelled'], takeBackAndHandOver),
} as const;
/** Nothing is written while letters come back. */
const unlessBounced = { guard: is.isBounced } as const;
const unlessInVain = { guard: is.isRetriedInVain } as const;
/** Once more, while the conversation goes on. */
export const retriedInPassing = [unlessInVain, { actions: take('letterRetried', retryLetter) }] as const;
const retried = [
  unlessInVain,
  { guard: is.opens, target: 'drafting-offer', actions: take('letterRetried', resumeWithLetter) },
  { target: 'answering', actions: take('letterRetried', resumeWithLetter) },
] as const;

const stoppedAtTheirWord = {
  target: 'stopped',
  actions: take(['operatorStopped', 'companyStopped'], stopAtTheirWord),
} as const;
export const leftToOperator = {
  target: 'handed-over',
  actions: take(['operatorWrote', 'operatorTookOver'], leaveToOperator),
} as const;
const operatorWrites = take('operatorReplied', writeForOperator);

const bounced = [
  { guard: is.bouncedIntoChat, actions: take('machineWrote', goOnInChat) },
  { guard: is.bouncedForGood, target: 'unreachable', actions: take('machineWrote', giveUpContact) },
] as const;
/** Where the agent does not go on by itself. */
export const heededForPerson = [...bounced, { actions: take('machineWrote', heedForPerson) }] as const;

const askedAgain = { guard: is.mayAskAgain, actions: take('modelAnswerRejected', askAgain) } as const;
const gaveNoAnswer = ['modelAnswerRejected', 'modelFailed'] as const;
const unanswered = { guard: is.isAsked, target: 'handed-over', actions: take(gaveNoAnswer, giveUnanswered) } as const;
const unansweredToo = { guard: is.isAsked, actions: take(gaveNoAnswer, giveUnansweredToo) } as const;
const leftUnanswered = { guard: is.isAsked, actions: take(gaveNoAnswer, forgetAsked) } as const;

/** Where a person has the conversation already. */
export const unansweredForPerson = {
  modelAnswerRejected: [askedAgain, unansweredToo],
  modelFailed: unansweredToo,
} as const;

/** Where nothing may be written in any case. */
export const unansweredAndLeft = {
  modelAnswerRejected: [askedAgain, leftUnanswered],
  modelFailed: leftUnanswered,
} as const;

/** The time is over for what a model was asked for. */
export const withoutModel = { guard: is.isUnansweredInTime, actions: take('timerFired', goOnWithoutModel) } as const;

/** What has the same meaning in every stage that has no other for it; `stopped` has its own for everything. */
export const anywhere = {
  deliverySettled: [...troubles, ...settledAndForgotten],
  machineWrote: [...bounced, { actions: take('machineWrote', heedMachine) }],
  contactUnsubscribed: { target: 'stopped', actions: take('contactUnsubscribed', unsubscribe) },
  // Where no message is waited for, a reading is of no use any more, unless it is a stop.
  messageUnderstood: [heard, ticked],
  readingUnsure: { guard: is.isRead, actions: take('readingUnsure', askToRead) },
  readingFailed: ticked,
  contactStarted: [saidStop, askedTooOften, begunAnew],
  contactAsked: [askedTooOften, { actions: take('contactAsked', answerAside) }],
  chatChanged: [
    { guard: is.isCutOff, target: 'unreachable', actions: take('chatChanged', loseContact) },
    { actions: take('chatChanged', noteChat) },
  ],
  answerDrafted: { guard: is.isDrafted, actions: take('answerDrafted', writeDrafted) },
  modelAnswerRejected: [askedAgain, unanswered],
  modelFailed: unanswered,
  timerFired: withoutModel,
  operatorReplied: [
    unlessBounced,
    { guard: is.beforeSlot, target: 'in-demo', actions: operatorWrites },
    { target: 'awaiting-reply', actions: operatorWrites },
  ],
  operatorWrote: leftToOperator,
  operatorTookOver: leftToOperator,
  operatorResumed: { guard: is.comesBackByMail, actions: take('operatorResumed', liftBounce) },
  operatorStopped: stoppedAtTheirWord,
  companyStopped: stoppedAtTheirWord,
  draftApproved: approved,
  draftRejected: takenToPerson,
  letterCancelled: [{ guard: is.isAwaited, ...takenToPerson }, takenBack],
  letterRetried: retried,
} as const;

/** A conversation that is over stays so, whatever becomes of its last letter. */
export const over = {
  ...anywhere,
  machineWrote: heededForPerson,
  draftRejected: takenBack,
  letterCancelled: takenBack,
} as const;
