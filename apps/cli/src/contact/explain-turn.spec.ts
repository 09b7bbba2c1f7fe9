import type { EffectBody } from '@app/domain/effect';
import type { ConversationEvent } from '@app/domain/event';
import type { BounceTold } from '@app/domain/machine-facts';
import {
  answerDrafted,
  askedToDraft,
  askedToRead,
  contactUnsubscribed,
  machineWrote,
  messageUnderstood,
  modelFailed,
  operatorReleased,
  readingUnsure,
} from '@app/domain/testing/builders';
import { aTurn } from '../../testing/history.builder';
import { explainTurn, type Explained } from './explain-turn';

const LATER = new Date('2026-12-03T11:00:00Z');
const { id, at, rules } = operatorReleased();

const BOUNCE: BounceTold = { type: 'bounce', letter: null, status: '5.1.1', recipient: 'anna@dom.example' };
const away = (returnsOn: string | null, substitutes: readonly string[]): ConversationEvent =>
  machineWrote('auto_reply', { facts: { type: 'absence', returnsOn, substitutes } });

const explained = (event: ConversationEvent, change: Partial<Explained> = {}): string =>
  explainTurn(aTurn(event, change), (moment) => moment.toISOString().slice(0, 16));

const did = (...effects: readonly EffectBody[]): string =>
  explained(operatorReleased(), { effects: effects.map((effect, index) => ({ ...effect, key: `k:${index}` })) });

describe('an operator who asks why', () => {
  it('reads what a message was understood as, on which words that rests, and how sure that is', () => {
    const understood = messageUnderstood({ intents: [{ type: 'stop' }] });
    const reading = { ...understood.reading, evidence: ['leave me alone'], confidence: 0.97, language: 'en' } as const;
    expect(explained({ ...understood, reading })).toMatch(
      / it was read as stop \("leave me alone"\), sure to 97%, in en → /,
    );
  });

  it('reads that the model read it, or that it was not sure and may be a stop', () => {
    const understood = messageUnderstood({ intents: [{ type: 'demo' }], confidence: 0.9 });
    const byModel = { ...understood, reading: { ...understood.reading, engine: 'model' } } as const;
    expect(explained(byModel)).toContain('it was read as demo, by the model, sure to 90% →');
    expect(explained(readingUnsure({ hintsAtStop: true }))).toContain('sure to 30%, and it may be a stop →');
  });

  it.each<[string, ConversationEvent]>([
    ['it could not be read (no words)', { id, at, rules, type: 'readingFailed', messageId: 'm', because: 'no words' }],
    ['the operator lifted the stop (she called)', { id, at, rules, type: 'operatorResumed', reason: 'she called' }],
    ['the operator put own words into the draft', { id, at, rules, type: 'draftApproved', outboxId: 'l', text: 'Hi' }],
    [
      'the operator rejected the draft (too long)',
      { id, at, rules, type: 'draftRejected', outboxId: 'l', because: 'too long' },
    ],
    ['a colleague said stop for the whole company', { id, at, rules, type: 'companyStopped' }],
    ['the contact unsubscribed', contactUnsubscribed()],
    [
      'an automatic reply came: away until 2026-12-04, and names zoya@dom.example',
      away('2026-12-04', ['zoya@dom.example']),
    ],
    [
      'an automatic reply came: away, and names a@x.y and b@x.y and c@x.y and d@x.y and e@x.y and 2 others',
      away(null, ['a@x.y', 'b@x.y', 'c@x.y', 'd@x.y', 'e@x.y', 'f@x.y', 'g@x.y']),
    ],
    ['an automatic reply came: away', away(null, [])],
    ['an automatic reply came', machineWrote('auto_reply')],
    ['the letter came back: it cannot be delivered (5.1.1)', machineWrote('bounce_hard', { facts: BOUNCE })],
    [
      'a letter came back from anna@dom.example: it could not be delivered for now (5.1.1)',
      machineWrote('bounce_soft', { facts: BOUNCE, aboutContact: false }),
    ],
    [
      'the invitation was answered: declined',
      machineWrote('calendar', { facts: { type: 'calendarReply', answer: 'declined', uid: 'u' } }),
    ],
    [
      'what the model said was refused (no JSON)',
      { id, at, rules, type: 'modelAnswerRejected', jobId: 'j', because: 'no JSON' },
    ],
    ['no model was able to answer', modelFailed()],
    ['the model drafted "It does." (a#1)', answerDrafted()],
    ['the model found no answer in the knowledge', answerDrafted({ found: false, sentences: [] })],
    ['the contact pressed Start', { id, at, rules, type: 'contactStarted', referred: false }],
  ])('reads what happened: %s', (words, event) => {
    expect(explained(event)).toContain(`  ${words} → `);
  });

  it.each<[string, EffectBody]>([
    [
      'never writes to anybody of the company again, as asked',
      { type: 'suppress', because: 'contact-asked', company: true },
    ],
    [
      'never writes again, as the contact unsubscribed',
      { type: 'suppress', because: 'unsubscribed', messageId: 'm', company: false },
    ],
    [
      'never writes to anna@dom.example again, for letters come back',
      { type: 'giveUpAddress', address: 'anna@dom.example' },
    ],
    ['may write again, for the contact did', { type: 'lift', of: 'bounce', because: 'contact-wrote', reason: 'wrote' }],
    ['may write again, as agreed', { type: 'lift', of: 'stop', because: 'contact-agreed', reason: 'yes' }],
    [
      'moves the demo to 2026-12-03T11:00',
      { type: 'bookSlot', slot: { uid: 'u', sequence: 1, startsAt: LATER, endsAt: LATER } },
    ],
    ['gives the access code C-1', { type: 'giveAccessCode', code: 'C-1' }],
    ['goes on in ru', { type: 'changeLanguage', language: 'ru' }],
    ['asks the model what it says', { type: 'askModel', request: askedToRead(readingUnsure()).asked.request }],
    [
      'has the model draft a letter once more',
      { type: 'askModel', request: askedToDraft().asked.request, complaint: 'x' },
    ],
    ['waits for the model no more', { type: 'stopAsking', jobId: 'j' }],
    ['holds all letters, for this may be a stop', { type: 'holdMessages' }],
    ['lets the letters go', { type: 'releaseMessages' }],
    [
      'tells you: it was not understood',
      { type: 'tellOperator', about: 'handed-over', because: 'it was not understood' },
    ],
  ])('reads what the agent did: %s', (words, effect) => {
    expect(did(effect)).toContain(` → ${words}, now awaiting-reply`);
  });

  it('reads what was ignored, and why', () => {
    const ignored = explained(operatorReleased(), { decision: 'ignored', because: 'the agent has it' });
    expect(ignored).toMatch(/gave the conversation back → nothing followed, because the agent has it$/);
  });
});
