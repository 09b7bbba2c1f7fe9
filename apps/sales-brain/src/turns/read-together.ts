import type { Reading } from '@app/domain/reading';

/** Words that are to be read; or what a button or a command says, which needs no reading. */
export interface Said {
  readonly words: string | Reading;
  /** Whether they stand in a chat, where one thought may be several messages. */
  readonly isChat: boolean;
}

/** What is left to be made of words that are read with those that follow them. */
const READ_BELOW: Reading = {
  intents: [{ type: 'acknowledged' }],
  confidence: 1,
  engine: 'button',
  consent: null,
  language: null,
  evidence: [''],
};

/**
 * Reads the words of a burst as one text, with the last of them: "Hello" and "the deck" and "please" say nothing alone. A
 * stop among them is heard by itself, whatever else is said.
 */
export function readTogether<T extends Said>(burst: readonly T[], saysStop: (words: string) => boolean): readonly T[] {
  const texts = burst.flatMap(({ words, isChat }) => (isChat && typeof words === 'string' ? [words] : []));
  const last = burst.findLast(({ words, isChat }) => isChat && typeof words === 'string');
  if (texts.length < 2 || texts.some(saysStop)) return burst;
  return burst.map((one) => {
    if (one === last) return { ...one, words: texts.join('\n') };
    return one.isChat && typeof one.words === 'string' ? { ...one, words: READ_BELOW } : one;
  });
}
