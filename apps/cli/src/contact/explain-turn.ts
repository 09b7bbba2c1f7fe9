import type { DeliverySettled, MachineWrote, TimerName } from '@app/domain/event';
import type { Effect } from '@app/domain/effect';
import type { Reading } from '@app/domain/reading';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { momentInWords } from '../text/moment';

/** One turn in plain words: what happened, and what the agent did about it. */
export function explainTurn({ at, event, decision, because, stage, effects }: Turn): string {
  const did =
    decision === 'ignored'
      ? `nothing followed, because ${because ?? 'it means nothing here'}`
      : [...effects.map(effectInWords), `now ${stage}`].join(', ');
  return `${momentInWords(at)}  ${eventInWords(event)} → ${did}`;
}

function eventInWords(event: Turn['event']): string {
  switch (event.type) {
    case 'conversationOpened':
      return event.referred ? 'a colleague pointed us here' : 'the conversation began';
    case 'contactWrote':
      return event.senderKnown ? 'the contact wrote' : 'somebody we do not know wrote in this thread';
    case 'messageUnderstood':
      return readingInWords(event.reading);
    case 'machineWrote':
      return machineInWords(event);
    case 'deliverySettled':
      return settlementInWords(event);
    case 'timerFired':
      return `the time came: ${timerInWords(event.timer)}`;
    case 'operatorReplied':
      return 'the operator wrote';
    case 'operatorReleased':
      return 'the operator gave the conversation back';
    case 'operatorStopped':
      return 'the operator said stop';
  }
}

function readingInWords({ intents, evidence }: Reading): string {
  const wishes = intents.map(({ type }, index) => (evidence[index] ? `${type} ("${evidence[index]}")` : type));
  return `it was read as ${wishes.join(', ')}`;
}

function machineInWords({ kind }: MachineWrote): string {
  switch (kind) {
    case 'auto_reply':
      return 'an automatic reply came';
    case 'bounce_hard':
      return 'the letter came back: the address does not exist';
    case 'bounce_soft':
      return 'the letter came back: it could not be delivered for now';
    case 'list':
      return 'a mailing list wrote';
    case 'receipt':
      return 'a receipt came';
    case 'calendar':
      return 'a calendar wrote';
  }
}

function settlementInWords({ letters, settlement }: DeliverySettled): string {
  const which = letters.join(' + ');
  switch (settlement.outcome) {
    case 'sent':
      return `sent: ${which}`;
    case 'rejected':
      return `refused by the server for its ${settlement.because}: ${which}`;
    case 'uncertain':
      return `nobody knows whether it arrived: ${which}`;
    case 'withheld':
      return `withheld, for the recipient must not be written to: ${which}`;
  }
}

function effectInWords(effect: Effect): string {
  switch (effect.type) {
    case 'sendMessage':
      return `writes ${effect.letters.join(' + ')}`;
    case 'understandMessage':
      return 'reads it';
    case 'withdrawMessage':
      return 'takes the answer under way back';
    case 'repeatMessage':
      return 'hands the same letter over once more';
    case 'scheduleTimer':
      return `${timerInWords(effect.timer)} on ${momentInWords(effect.dueAt)}`;
    case 'cancelTimers':
      return 'forgets its other dates';
    case 'cancelMessages':
      return 'cancels what had not left';
    case 'suppress':
      return effect.because === 'contact-asked' ? 'never writes again, as asked' : 'never writes again';
    case 'openConversation':
      return `writes to ${effect.address}`;
  }
}

function timerInWords(timer: TimerName): string {
  switch (timer) {
    case 'silence':
      return 'takes silence for an answer';
    case 'reminder':
      return 'comes back';
    case 'demoFollowUp':
      return 'asks how the demo went';
  }
}
