import type { SendMessage } from './send-message';
import type { MessageUnderstood } from './event';
import type { Letter } from './letter';
import type { Want } from './want';

/** The letters that answer these wants, in their order; which one answers a demo is decided elsewhere. */
export function lettersFor(wants: readonly Want[], forDemo: readonly Letter[] = []): Letter[] {
  return [...new Set(wants.flatMap((want) => (want.intent.type === 'demo' ? forDemo : letterFor(want))))];
}

/** One mail that holds all of `letters`; none when there are none. */
export function answerOf(
  letters: readonly Letter[],
  wants: readonly Want[],
  event: MessageUnderstood,
  facts: Pick<SendMessage, 'date' | 'slots' | 'slot' | 'code'>,
): SendMessage[] {
  if (letters.length === 0) return [];
  const passages = [...new Set(wants.flatMap((want) => want.passages))];
  return [
    {
      type: 'sendMessage',
      letters,
      answers: event.messageId,
      ...(passages.length > 0 ? { passages } : {}),
      ...facts,
    },
  ];
}

function letterFor({ intent, passages }: Want): Letter[] {
  switch (intent.type) {
    case 'question':
      return passages.length > 0 ? ['answer'] : [];
    case 'presentation':
      return ['presentation'];
    case 'postpone':
      return ['postpone-agreed'];
    case 'redirect':
      return ['redirect-ask'];
    case 'demo':
    case 'stop':
    case 'acknowledged':
    case 'unclear':
      return [];
  }
}
