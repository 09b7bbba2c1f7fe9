import type { Reading } from '@app/domain/reading';

/** Words that are to be read; or what a button or a command says, which needs no reading. */
export interface Said {
  readonly messageId: string;
  readonly words: string | Reading;
  /** Whether they stand in a chat, where one thought may be several messages. */
  readonly isChat: boolean;
}

/** What the words of one message have of the rest of their burst. */
export interface Together {
  /** The earlier messages whose words are among them. */
  readonly alsoRead: readonly string[];
}

/**
 * Reads the words of a burst as one text, with the last of them: "Hello" and "the deck" and "please" say nothing alone. A
 * stop among them is heard by itself, whatever else is said.
 */
export function readTogether<T extends Said>(
  burst: readonly T[],
  saysStop: (words: string) => boolean,
): readonly (T & Together)[] {
  const texts = burst.flatMap(({ messageId, words, isChat }) =>
    isChat && typeof words === 'string' ? [{ messageId, words }] : [],
  );
  const last = texts.at(-1);
  if (last === undefined || texts.length === 1 || texts.some((one) => saysStop(one.words))) return burst.map(alone);
  const words = texts.map((one) => one.words).join('\n');
  const alsoRead = texts.slice(0, -1).map(({ messageId }) => messageId);
  return burst
    .filter(({ messageId }) => !alsoRead.includes(messageId))
    .map((one) => (one.messageId === last.messageId ? { ...one, words, alsoRead } : alone(one)));
}

function alone<T extends Said>(one: T): T & Together {
  return { ...one, alsoRead: [] };
}
