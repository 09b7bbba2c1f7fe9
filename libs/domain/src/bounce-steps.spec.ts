import type { MachineWrote } from './event';
import {
  aConversation,
  awaiting,
  contactWrote,
  given,
  letterRetried,
  machineWrote,
  messageUnderstood,
  NOW,
  operatorReleased,
  operatorReplied,
  operatorResumed,
  operatorStopped,
  settled,
} from './testing/builders';
import { daysAfter } from './working-time';

const CANCELLED = [{ type: 'cancelMessages' }, { type: 'cancelTimers' }] as const;
const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const LIFTED_BY_CONTACT = {
  type: 'lift',
  of: 'bounce',
  because: 'contact-wrote',
  reason: 'the contact wrote from this address',
} as const;

const waiting = aConversation({ stage: 'awaiting-reply' });
const bounced = aConversation({ stage: 'unreachable', memory: { bounced: true } });

function aBounceOf(recipient: string | null) {
  return { type: 'bounce', letter: '<1@seller.example>', status: '5.1.1', recipient } as const;
}

describe('a letter that came back for good', () => {
  it('makes the contact unreachable, and the address it names is given up', () => {
    given(waiting)
      .when(machineWrote('bounce_hard', { facts: aBounceOf('anna@example.com') }))
      .then({
        stage: 'unreachable',
        effects: [{ type: 'giveUpAddress', address: 'anna@example.com' }, ...CANCELLED],
        memory: { bounced: true },
      });
  });

  it('gives up the address we write to when it names none', () => {
    given(waiting)
      .when(machineWrote('bounce_hard', { facts: aBounceOf(null) }))
      .then({ stage: 'unreachable', effects: [{ type: 'giveUpAddress', address: null }, ...CANCELLED] });
  });

  it('is only noted when it is about somebody else', () => {
    given(waiting)
      .when(machineWrote('bounce_hard', { facts: aBounceOf('petr@example.com'), aboutContact: false }))
      .then({ stage: 'awaiting-reply', effects: [], memory: { bounced: false } });
  });

  it('gives the address up once, however often it comes back', () => {
    given(bounced).when(machineWrote('bounce_hard')).then({ stage: 'unreachable', effects: [] });
    given(aConversation({ stage: 'handed-over', memory: { bounced: true } }))
      .when(settled({ outcome: 'rejected', because: 'address' }))
      .then({ stage: 'unreachable', effects: [...CANCELLED] });
  });
});

describe('a letter that came back for now', () => {
  const softlyReturned = (letter: string): MachineWrote =>
    machineWrote('bounce_soft', { facts: { ...aBounceOf(null), letter } });
  const first = softlyReturned('<1@us>');
  const second = softlyReturned('<2@us>');
  const third = softlyReturned('<3@us>');

  it('is noted twice, and the third time counts as one that came back for good', () => {
    given(waiting)
      .when(first, second)
      .then({ stage: 'awaiting-reply', effects: [], memory: { softBounces: ['<1@us>', '<2@us>'] } });
    given(waiting)
      .when(first, second, third)
      .then({
        stage: 'unreachable',
        effects: [{ type: 'giveUpAddress', address: null }, ...CANCELLED],
        memory: { bounced: true, softBounces: [] },
      });
  });

  it('counts once, however often a server says that the same letter still waits', () => {
    given(waiting)
      .when(first, first, first, second)
      .then({ stage: 'awaiting-reply', effects: [], memory: { softBounces: ['<1@us>', '<2@us>'] } });
  });

  it('counts by its report where that names no letter', () => {
    const report = (messageId: string): MachineWrote => machineWrote('bounce_soft', { messageId });
    given(waiting).when(report('a'), report('b'), report('c')).then({ stage: 'unreachable' });
  });

  it('counts anew once the contact has written', () => {
    const read = messageUnderstood({ intents: [{ type: 'acknowledged' }] });
    given(waiting)
      .when(first, second, contactWrote(), read, third)
      .then({ stage: 'awaiting-reply', memory: { softBounces: ['<3@us>'] } });
  });

  it('goes on counting when only a stranger has written', () => {
    given(waiting)
      .when(first, second, contactWrote({ senderKnown: false }), third)
      .then({ stage: 'unreachable' });
  });

  it('does not count when it is about somebody else', () => {
    const others = machineWrote('bounce_soft', { aboutContact: false });
    given(waiting)
      .when(others, others, others)
      .then({ stage: 'awaiting-reply', memory: { softBounces: [] } });
  });
});

describe('a contact whom letters do not reach', () => {
  it('can be written to again once the contact writes', () => {
    given(bounced)
      .when(contactWrote())
      .then({
        stage: 'understanding',
        effects: [LIFTED_BY_CONTACT, { type: 'understandMessage', messageId: 'message-1', senderKnown: true }],
        memory: { bounced: false },
      });
    given(aConversation({ stage: 'handed-over', memory: { bounced: true } }))
      .when(contactWrote())
      .then({
        stage: 'handed-over',
        effects: [LIFTED_BY_CONTACT, { type: 'understandMessage', messageId: 'message-1', senderKnown: true }],
      });
  });

  it('stays so when a stranger writes', () => {
    given(bounced)
      .when(contactWrote({ senderKnown: false }))
      .then({ stage: 'understanding', memory: { bounced: true } });
  });

  it('is given back to the agent by the operator, who knows better', () => {
    const lift = { type: 'lift', of: 'bounce', because: 'operator-asked', reason: 'they called' } as const;
    given(bounced)
      .when(operatorResumed('they called'))
      .then({
        stage: 'awaiting-reply',
        effects: [lift, { type: 'cancelTimers' }, SILENCE],
        memory: { bounced: false },
      });
    given(aConversation({ stage: 'handed-over', memory: { bounced: true } }))
      .when(operatorResumed('they called'))
      .then({ stage: 'handed-over', effects: [lift], memory: { bounced: false } });
  });

  it('is written to by nobody before that', () => {
    for (const stage of ['unreachable', 'understanding', 'handed-over'] as const) {
      const unreached = aConversation({ stage, memory: { bounced: true } });
      given(unreached)
        .when(operatorReplied('Hello'))
        .then({ ignored: `operatorReplied means nothing in ${stage}` });
      given(unreached)
        .when(letterRetried('answer'))
        .then({ ignored: `letterRetried means nothing in ${stage}` });
    }
  });

  it('goes back to nobody when a person lets the conversation go', () => {
    given(aConversation({ stage: 'handed-over', memory: { bounced: true } }))
      .when(operatorReleased())
      .then({ stage: 'unreachable', effects: [{ type: 'cancelTimers' }], memory: { bounced: true } });
  });

  it('gets no letter once more, though nobody knows whether the last one arrived', () => {
    given(bounced)
      .when(settled({ outcome: 'uncertain', repeated: false }))
      .then({ stage: 'unreachable' });
  });

  it('is unreachable again, not stopped, when the guard kept a letter from leaving', () => {
    given(aConversation({ stage: 'understanding', memory: { bounced: true, ...awaiting('answer') } }))
      .when(settled({ outcome: 'withheld' }))
      .then({ stage: 'unreachable', effects: [...CANCELLED], memory: { bounced: true } });
  });

  it('can still be stopped, and that holds instead', () => {
    given(bounced)
      .when(operatorStopped())
      .then({
        stage: 'stopped',
        effects: [{ type: 'suppress', because: 'operator-asked', company: false }, ...CANCELLED],
        memory: { bounced: false },
      });
  });
});
