import type { OfflineDoubts } from './reads-by-model';
import { readsByModel } from './reads-by-model';
import type { Memory } from './memory';
import type { Stage } from './stage';
import { aConversation, askedToRead, messageUnderstood, readingUnsure } from './testing/builders';

const SURE: OfflineDoubts = { isSure: true, hintsAtStop: false };
const UNSURE: OfflineDoubts = { isSure: false, hintsAtStop: false };
const HINT: OfflineDoubts = { isSure: true, hintsAtStop: true };
const demo = messageUnderstood({ intents: [{ type: 'demo' }] });
const stop = messageUnderstood({ intents: [{ type: 'stop' }], confidence: 0.1 });
const stranger = { ...demo, senderKnown: false };

const inStage = (stage: Stage, memory: Partial<Memory> = {}) => aConversation({ stage, memory });

describe('whether a model has to read a message', () => {
  it('is no where the offline engine is sure, and where it says stop, however unsure', () => {
    expect(readsByModel(inStage('understanding'), demo, SURE)).toBe(false);
    expect(readsByModel(inStage('understanding'), stop, { isSure: false, hintsAtStop: true })).toBe(false);
  });

  it('is yes where it is not sure, or something hints at a stop', () => {
    expect(readsByModel(inStage('understanding'), demo, UNSURE)).toBe(true);
    expect(readsByModel(inStage('understanding'), demo, HINT)).toBe(true);
  });

  it('is yes where the engine is sure that nobody can tell what it says', () => {
    const unclear = messageUnderstood({ intents: [{ type: 'unclear' }] });
    expect(readsByModel(inStage('understanding'), unclear, SURE)).toBe(true);
  });

  it('is yes where another message of the burst is being read', () => {
    expect(readsByModel(inStage('understanding', askedToRead(readingUnsure())), demo, SURE)).toBe(true);
  });

  it.each<[string, Parameters<typeof readsByModel>[0], typeof demo]>([
    ['a person has the conversation', inStage('handed-over'), demo],
    ['the contact has not pressed Start', inStage('awaiting-start'), demo],
    ['nobody knows who wrote', inStage('understanding'), stranger],
  ])('is yes only for the hint of a stop where %s', (_, conversation, read) => {
    expect(readsByModel(conversation, read, UNSURE)).toBe(false);
    expect(readsByModel(conversation, read, HINT)).toBe(true);
  });

  it('is no after a stop', () => {
    expect(readsByModel(inStage('stopped'), demo, { isSure: false, hintsAtStop: true })).toBe(false);
  });
});
