import { openWithModel } from './draft-with-model';
import type { ContactStarted, ConversationOpened, TimerFired } from './event';
import type { Letter } from './letter';
import type { Memory } from './memory';
import type { Step } from './plan';

export function writeOpening(_memory: Memory, event: ConversationOpened | ContactStarted): Step {
  return { effects: [openWithModel(event)], memory: { cameFrom: 'drafting-offer' } };
}

/** A bot cannot write first: the operator sees that the contact has to press Start. */
export function tellOfStart(_memory: Memory, _event: ConversationOpened): Step {
  const because = 'the contact has to press Start in Telegram before we may write';
  return { effects: [{ type: 'tellOperator', about: 'awaiting-start', because }], memory: {} };
}

export function followUp({ followUps }: Memory, _event: TimerFired): Step {
  return { effects: write('follow-up'), memory: { wants: [], followUps: followUps + 1 } };
}

export function remind(_memory: Memory, _event: TimerFired): Step {
  return { effects: write('reminder'), memory: { wants: [], remindAt: null } };
}

export function followUpDemo(_memory: Memory, _event: TimerFired): Step {
  return { effects: write('demo-follow-up'), memory: { wants: [], offered: [], slot: null } };
}

function write(letter: Letter): Step['effects'] {
  return [{ type: 'sendMessage', letters: [letter] }];
}
