import type { DraftedMail } from '@app/domain/drafted';
import type { ChatChanged, DeliverySettled } from '@app/domain/event';
import type { Reading } from '@app/domain/reading';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { machineInWords } from './machine-in-words';
import { timerInWords } from './timer-in-words';

/** What happened, in the operator's words. */
export function eventInWords(event: Turn['event']): string {
  switch (event.type) {
    case 'conversationOpened':
      return event.referred ? 'a colleague pointed us here' : 'the conversation began';
    case 'contactWrote':
      return event.senderKnown ? 'the contact wrote' : 'somebody we do not know wrote in this thread';
    case 'messageUnderstood':
      return readingInWords(event.reading);
    case 'readingUnsure':
      return `${readingInWords(event.reading)}${event.hintsAtStop ? ', and it may be a stop' : ''}`;
    case 'answerDrafted':
      return draftInWords(event.draft);
    case 'modelAnswerRejected':
      return `what the model said was refused (${event.because})`;
    case 'modelFailed':
      return 'no model was able to answer';
    case 'readingFailed':
      return `it could not be read (${event.because})`;
    case 'machineWrote':
      return machineInWords(event);
    case 'contactUnsubscribed':
      return 'the contact unsubscribed';
    case 'contactStarted':
      return event.joins ? 'the contact pressed Start, and the chat joined' : 'the contact pressed Start';
    case 'contactAsked':
      return event.language ? `the contact chose ${event.language}` : `the contact asked for ${event.letter}`;
    case 'chatChanged':
      return CHAT_CHANGES[event.change];
    case 'deliverySettled':
      return settlementInWords(event);
    case 'timerFired':
      return `the time came: ${timerInWords(event.timer)}`;
    case 'operatorReplied':
      return 'the operator wrote';
    case 'operatorWrote':
      return 'the operator wrote from the mailbox itself';
    case 'operatorReleased':
      return 'the operator gave the conversation back';
    case 'operatorTookOver':
      return 'the operator took the conversation over';
    case 'operatorStopped':
      return 'the operator said stop';
    case 'companyStopped':
      return 'a colleague said stop for the whole company';
    case 'operatorResumed':
      return `the operator lifted the stop (${event.reason})`;
    case 'draftApproved':
      return event.text === undefined ? 'the operator approved the draft' : 'the operator put own words into the draft';
    case 'draftRejected':
      return `the operator rejected the draft (${event.because})`;
    case 'letterCancelled':
      return 'the operator took a letter back';
    case 'letterRetried':
      return `the operator had a letter tried again: ${event.letters.join(' + ')}`;
    case 'migrated':
      return 'a newer version took the conversation over';
  }
}

const CHAT_CHANGES: Readonly<Record<ChatChanged['change'], string>> = {
  blocked: 'the contact blocked the bot',
  unblocked: 'the contact let the bot in again',
  migrated: 'the chat has another id from now on',
};

function draftInWords({ found, sentences }: DraftedMail): string {
  if (!found) return 'the model found no answer in the knowledge';
  const rests = sentences.map(({ text, passages }) => `"${text}" (${passages.join(', ')})`);
  return `the model drafted ${rests.join(' ')}`;
}

function readingInWords({ intents, evidence, confidence, consent, language, engine }: Reading): string {
  const wishes = intents.map(({ type }, index) => (evidence[index] ? `${type} ("${evidence[index]}")` : type));
  const more = [
    ...(engine === 'model' ? ['by the model'] : []),
    `sure to ${Math.round(confidence * 100)}%`,
    ...(consent === null ? [] : [consent === 'yes' ? 'it agrees' : 'it does not agree']),
    ...(language === null ? [] : [`in ${language}`]),
  ];
  return `it was read as ${wishes.join(', ')}, ${more.join(', ')}`;
}

function settlementInWords({ letters, settlement, channel }: DeliverySettled): string {
  const which = letters.join(' + ');
  switch (settlement.outcome) {
    case 'sent':
      return `sent: ${which}`;
    case 'rejected':
      return channel === 'telegram' && settlement.because === 'address'
        ? `refused, for the chat is closed to us: ${which}`
        : `refused by the server for its ${settlement.because}: ${which}`;
    case 'uncertain':
      return `nobody knows whether it arrived: ${which}`;
    case 'withheld':
      return `withheld, for the recipient must not be written to: ${which}`;
  }
}
