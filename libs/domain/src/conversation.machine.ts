import { releaseUnreachable, tryAddressAgain } from './bounce-steps';
import { changeChannelAnd } from './channel-steps';
import { askToResume, startForPerson } from './chat-steps';
import { clearUp, giveUndeliveredToo, repeatLetter } from './delivery-steps';
import { followUp, followUpDemo, remind, tellOfStart, writeOpening } from './initiative-steps';
import * as is from './machine-guards';
import { machine, noted, take } from './machine-setup';
import { madeOnce, type Planner } from './made-once';
import type { DeliverySettled } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import { waitWithoutSlot } from './machine-steps';
import { liftAtTheirWord, release, releaseToStart } from './operator-steps';
import { planAfterStop } from './plan-after-stop';
import { countSilence, waitInDemo } from './plan-rest';
import {
  giveUnreadable,
  keepForTheRest,
  readAfterStop,
  readAside,
  readForPerson,
  readMessage,
  withdrawAnswer,
} from './reading-steps';
import {
  answer,
  anywhere,
  carryOut,
  heard,
  heededForPerson,
  leftToOperator,
  over,
  retriedInPassing,
  saidStop,
  settledAndForgotten,
  startedAlready,
  startedUnderWay,
  takenBack,
  thenTheContact,
  troubles,
  unansweredAndLeft,
  unansweredForPerson,
  undeliverable,
  withoutModel,
} from './shared-transitions';
import type { Stage } from './stage';

/** A replay decides the same only under the version its turns were made with. */
export const MACHINE_VERSION = 6;

const cameFrom = (stage: Stage) => machine.assign({ cameFrom: stage, missedTimer: false });

const afterStop = madeOnce(planAfterStop);

const planned = (plan: Planner, stages: readonly Stage[]) =>
  stages.map((stage) => ({ guard: is.leadsTo(stage, plan), target: stage, actions: carryOut(plan) }) as const);

/** Where an answer can lead, besides to a stop. */
const ANSWERED = [
  'handed-over',
  'redirected',
  'postponed',
  'in-demo',
  'awaiting-colleague',
  'answering',
  'drafting-offer',
  'awaiting-reply',
] as const;

const understandFrom = (stage: Stage) =>
  ({ target: 'understanding', actions: [cameFrom(stage), take('contactWrote', readMessage)] }) as const;

const silence = [
  withoutModel,
  { guard: is.mayFollowUp, target: 'awaiting-reply', actions: take('timerFired', followUp) },
  { guard: is.isTimer('silence'), target: 'offer-ignored', actions: noted },
] as const;

const waitForColleague = (_: Memory, event: DeliverySettled): Step => ({
  effects: countSilence(event),
  memory: { awaited: null },
});

/** The statechart of DESIGN's table. Used as a pure library: `transition()` only, no actors, no `after`. */
export const conversationMachine = machine.createMachine({
  id: 'conversation',
  initial: 'drafting-offer',
  context: ({ input }) => input as Memory,
  states: {
    'drafting-offer': {
      on: {
        ...anywhere,
        conversationOpened: { actions: take('conversationOpened', writeOpening) },
        contactStarted: startedAlready,
        contactWrote: understandFrom('drafting-offer'),
        deliverySettled: thenTheContact,
      },
    },
    'awaiting-start': {
      on: {
        ...anywhere,
        ...unansweredAndLeft,
        conversationOpened: { actions: take('conversationOpened', tellOfStart) },
        contactStarted: [saidStop, { target: 'drafting-offer', actions: take('contactStarted', writeOpening) }],
        // Read only for a stop: we may not write before the contact pressed Start.
        contactWrote: { actions: take('contactWrote', readAside) },
        contactAsked: [],
        operatorReplied: [],
        operatorWrote: { ...leftToOperator, actions: [cameFrom('awaiting-start'), leftToOperator.actions] },
        operatorTookOver: { ...leftToOperator, actions: [cameFrom('awaiting-start'), leftToOperator.actions] },
        letterRetried: [],
      },
    },
    'awaiting-reply': {
      on: {
        ...anywhere,
        contactWrote: understandFrom('awaiting-reply'),
        deliverySettled: thenTheContact,
        timerFired: silence,
      },
    },
    understanding: {
      on: {
        ...anywhere,
        contactStarted: startedUnderWay,
        contactWrote: { actions: take('contactWrote', readMessage) },
        messageUnderstood: [
          heard,
          { guard: is.othersAreUnread, actions: take('messageUnderstood', keepForTheRest) },
          ...planned(answer, ANSWERED),
        ],
        readingFailed: { guard: is.isRead, target: 'handed-over', actions: take('readingFailed', giveUnreadable) },
        timerFired: [withoutModel, { guard: is.isNoDeadline, actions: machine.assign({ missedTimer: true }) }],
        letterRetried: retriedInPassing,
      },
    },
    answering: {
      on: {
        ...anywhere,
        contactStarted: startedUnderWay,
        contactWrote: understandFrom('answering'),
        deliverySettled: thenTheContact,
      },
    },
    postponed: {
      on: {
        ...anywhere,
        contactStarted: startedUnderWay,
        contactWrote: understandFrom('postponed'),
        timerFired: [
          withoutModel,
          { guard: is.isTimer('reminder'), target: 'awaiting-reply', actions: take('timerFired', remind) },
          { guard: is.isTimer('demoFollowUp'), actions: take('timerFired', followUpDemo) },
        ],
        letterRetried: retriedInPassing,
      },
    },
    'awaiting-colleague': {
      on: {
        ...anywhere,
        contactStarted: startedUnderWay,
        contactWrote: understandFrom('awaiting-colleague'),
        deliverySettled: [
          { guard: is.goesOnElsewhereAfter, actions: take('deliverySettled', changeChannelAnd(waitForColleague)) },
          ...troubles,
          { guard: is.arrived, actions: take('deliverySettled', waitForColleague) },
          { actions: noted },
        ],
        timerFired: [withoutModel, { guard: is.isTimer('silence'), target: 'offer-ignored', actions: noted }],
      },
    },
    'in-demo': {
      on: {
        ...anywhere,
        contactStarted: startedUnderWay,
        machineWrote: [
          { guard: is.declinesDemo, target: 'awaiting-reply', actions: take('machineWrote', waitWithoutSlot) },
          ...anywhere.machineWrote,
        ],
        contactWrote: understandFrom('in-demo'),
        deliverySettled: [
          { guard: is.goesOnElsewhereAfter, actions: take('deliverySettled', changeChannelAnd(waitInDemo)) },
          ...troubles,
          { guard: is.arrived, actions: take('deliverySettled', waitInDemo) },
          { actions: noted },
        ],
        timerFired: [
          ...silence,
          { guard: is.isTimer('demoFollowUp'), target: 'awaiting-reply', actions: take('timerFired', followUpDemo) },
        ],
        letterRetried: retriedInPassing,
      },
    },
    'handed-over': {
      on: {
        ...anywhere,
        ...unansweredForPerson,
        // Read only for a stop; the rest waits for the person.
        contactWrote: { actions: take('contactWrote', readForPerson) },
        machineWrote: heededForPerson,
        contactStarted: [
          saidStop,
          { guard: is.isNotStarted, actions: cameFrom('drafting-offer') },
          { actions: take('contactStarted', startForPerson) },
        ],
        deliverySettled: [
          ...undeliverable,
          { guard: is.ended('rejected'), actions: take('deliverySettled', giveUndeliveredToo) },
          { guard: is.isRepeatable, actions: take('deliverySettled', repeatLetter) },
          { guard: is.ended('uncertain'), actions: take('deliverySettled', giveUndeliveredToo) },
          { guard: is.clearsUpBeforeSlot, target: 'in-demo', actions: take('deliverySettled', clearUp) },
          { guard: is.clearsUp, target: 'awaiting-reply', actions: take('deliverySettled', clearUp) },
          ...settledAndForgotten,
        ],
        operatorReplied: [{ guard: is.isNotStarted }, ...anywhere.operatorReplied],
        operatorReleased: [
          { guard: is.isBounced, target: 'unreachable', actions: take('operatorReleased', releaseUnreachable) },
          { guard: is.isNotStarted, target: 'awaiting-start', actions: take('operatorReleased', releaseToStart) },
          { guard: is.beforeSlot, target: 'in-demo', actions: take('operatorReleased', release) },
          { target: 'awaiting-reply', actions: take('operatorReleased', release) },
        ],
        operatorWrote: { actions: take('operatorWrote', withdrawAnswer) },
        operatorTookOver: [],
        draftRejected: takenBack,
        letterCancelled: takenBack,
      },
    },
    redirected: {
      on: { ...over, contactWrote: understandFrom('redirected'), letterRetried: retriedInPassing },
    },
    'offer-ignored': { on: { ...over, contactWrote: understandFrom('offer-ignored') } },
    unreachable: {
      on: {
        ...over,
        contactWrote: understandFrom('unreachable'),
        deliverySettled: [{ guard: is.isBounced, actions: noted }, ...over.deliverySettled],
        operatorResumed: {
          guard: is.comesBackByMail,
          target: 'awaiting-reply',
          actions: take('operatorResumed', tryAddressAgain),
        },
      },
    },
    stopped: {
      on: {
        contactWrote: { actions: take('contactWrote', readAfterStop) },
        messageUnderstood: [
          ...planned(afterStop, ['stopped', 'understanding', ...ANSWERED]),
          { guard: is.strangerAsksToStop, actions: carryOut(afterStop) },
        ],
        readingFailed: anywhere.readingFailed,
        machineWrote: { actions: noted },
        contactStarted: [
          { guard: is.isAskedAlready, actions: noted },
          { actions: take('contactStarted', askToResume) },
        ],
        contactAsked: { actions: noted },
        chatChanged: { actions: noted },
        contactUnsubscribed: anywhere.contactUnsubscribed,
        deliverySettled: settledAndForgotten,
        operatorResumed: { target: 'awaiting-reply', actions: take('operatorResumed', liftAtTheirWord) },
        draftApproved: anywhere.draftApproved,
        draftRejected: takenBack,
        letterCancelled: takenBack,
      },
    },
  },
});
