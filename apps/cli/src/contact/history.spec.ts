import { EMPTY_MEMORY } from '@app/domain/memory';
import {
  askedToRead,
  conversationOpened,
  DEADLINE,
  messageUnderstood,
  operatorReleased,
  readingUnsure,
} from '@app/domain/testing/builders';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import { aLetter, anInbound, aTurn, kept } from '../../testing/history.builder';
import { chatOf } from './chat';
import { historyOf } from './history';

const NEXT_DAY = new Date('2026-11-23T10:00:00Z');

describe('the history of a contact', () => {
  it('tells both sides of the conversation in the order of time', () => {
    const history = historyOf(
      kept({
        inbound: [anInbound({ text: 'Send the deck.', storedAt: new Date('2026-11-22T10:05:00Z') })],
        outbound: [
          aLetter({ settledAt: new Date('2026-11-22T10:06:00Z'), text: 'Here it is.' }),
          aLetter({ settledAt: new Date('2026-11-22T10:00:00Z'), text: 'Hello!' }),
        ],
      }),
    );
    expect(history.messages.map(({ direction, text, outcome }) => [direction, text, outcome])).toEqual([
      ['out', 'Hello!', 'sent'],
      ['in', 'Send the deck.', null],
      ['out', 'Here it is.', 'sent'],
    ]);
  });

  it.each([
    [{ status: 'queued', outcome: null }, 'queued'],
    [{ status: 'draft', outcome: null }, 'draft'],
    [{ status: 'handing-over', outcome: null }, 'queued'],
    [{ status: 'cancelled', outcome: null }, 'cancelled'],
    [{ status: 'settled', outcome: 'rejected' }, 'rejected'],
    [{ status: 'settled', outcome: 'withheld' }, 'withheld'],
  ] as const)('says of a letter that is %j that it is %s', (state, outcome) => {
    expect(historyOf(kept({ outbound: [aLetter(state)] })).messages[0]?.outcome).toBe(outcome);
  });

  it('says why a person has the conversation, as long as one has', () => {
    const memory = { ...EMPTY_MEMORY, handedOverBecause: 'the message was not understood' };
    expect(historyOf(kept({}, { stage: 'handed-over', memory })).handedOverBecause).toBe(memory.handedOverBecause);
    expect(historyOf(kept({}, { stage: 'stopped', memory })).handedOverBecause).toBeNull();
    expect(historyOf(kept({}, { quarantined: 'no product' })).quarantined).toBe('no product');
  });

  it('carries the reading of a message with the turn that took it', () => {
    const event = messageUnderstood({ intents: [{ type: 'demo' }] });
    const [turn] = historyOf(kept({ turns: [aTurn(event)] })).turns;
    expect(turn).toMatchObject({ event: 'messageUnderstood', reading: event.reading });
  });

  it('tells what a model is asked for, until when, and whether letters are held meanwhile', () => {
    const memory = { ...EMPTY_MEMORY, ...askedToRead(readingUnsure()), mayBeStops: ['message-1'] };
    const all = kept({}, { stage: 'understanding', memory });
    const asked = {
      job: opaqueId('job-1'),
      kind: 'understand',
      attempt: 1,
      until: DEADLINE.toISOString(),
      mayBeStop: true,
    };
    expect(historyOf(all).asked).toEqual(asked);
    expect(chatOf(historyOf(all), [])).toContain('a model reads the message, and is waited for until ');
    expect(chatOf(historyOf(all), [])).toContain('until then every letter is held, for it may be a stop');
    expect(historyOf(kept()).asked).toBeNull();
  });

  it('tells which passages each sentence of a model rests on', () => {
    const rests = [{ sentence: 'It does.', passages: ['a#1'] }];
    expect(historyOf(kept({ outbound: [aLetter({ rests })] })).messages).toMatchObject([{ rests }]);
  });

  it('reads like a chat, with the reasons below', () => {
    const all = kept({
      inbound: [anInbound({ text: 'Send the deck.\nThanks!' })],
      outbound: [
        aLetter({
          status: 'cancelled',
          outcome: null,
          attachments: [{ name: 'deck.pdf', contentType: 'application/pdf', sha256: '' }],
        }),
      ],
      turns: [
        aTurn(conversationOpened(), { effects: [{ type: 'sendMessage', letters: ['opening'], key: 'k:0' }] }),
        aTurn(operatorReleased(), { decision: 'ignored', because: 'the agent has it' }),
      ],
    });
    const chat = chatOf(historyOf(all), all.turns);
    expect(chat).toMatch(/^Anna, Dom <anna@dom\.example>\nawaiting-reply: waits for the contact's answer, until /);
    expect(chat).toMatch(/◀ .* {2}Re: Reviews\n {4}Send the deck\.\n {4}Thanks!/);
    expect(chat).toMatch(/▶ .* {2}Reviews {2}\[cancelled\]\n(.*\n)* {4}📎 deck\.pdf/);
    expect(chat).toMatch(/the conversation began → writes opening, now awaiting-reply/);
    expect(chat).toMatch(/gave the conversation back → nothing followed, because the agent has it/);
  });

  it('tells whose words each are: a mail by hand is ours, whichever way it went out', () => {
    const history = historyOf(
      kept({
        inbound: [anInbound({ kind: 'operator', text: 'Call me.' }), anInbound({ kind: 'auto_reply' })],
        outbound: [aLetter({ letters: ['operator-reply'] })],
      }),
    );
    expect(history.messages.map(({ direction, by }) => [direction, by])).toEqual([
      ['out', 'operator'],
      ['in', 'machine'],
      ['out', 'operator'],
    ]);
    expect(chatOf(history, [])).toMatch(/▶ .* {2}\[by hand\]\n {4}Call me\./);
  });

  it('shows what else is known: consent, notes, the demo, and the draft that waits', () => {
    const slot = { uid: 'u', sequence: 0, startsAt: NEXT_DAY, endsAt: NEXT_DAY };
    const all = kept(
      {
        accessCode: 'CODE-1',
        outbound: [aLetter({ _id: 'opening:c1:0', status: 'draft', outcome: null })],
      },
      { memory: { ...EMPTY_MEMORY, slot } },
    );
    const consent = { source: 'the fair in May', ground: 'she gave us her card' };
    const contact = { ...all.contact, consent, interests: ['trends'], notes: [{ at: NEXT_DAY, text: 'call her' }] };
    const history = historyOf({ ...all, contact });
    expect(history).toMatchObject({ slot: { startsAt: NEXT_DAY.toISOString() }, accessCode: 'CODE-1', consent });
    const chat = chatOf(history, []);
    expect(chat).toMatch(/\nthe demo is on .*\nthe demo is entered with CODE-1\ninterested in trends\n/);
    expect(chat).toMatch(
      /\nthe address came from the fair in May\nwe write because she gave us her card\nnote of .*: call her\n/,
    );
    expect(chat).toMatch(/\[draft opening:c1:0\]/);
  });
});
