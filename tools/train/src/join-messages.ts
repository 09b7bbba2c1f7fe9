import type { IntentType } from '@app/domain/intent';
import { pick, type Random } from '@app/peers/system/random';
import type { LabelledMessage } from './labelled-message';

/** Wishes that one message may hold beside each other. */
const WISHES: readonly IntentType[] = ['demo', 'presentation', 'postpone', 'redirect', 'question'];
const LONGEST = 80;
const RUSSIAN = /[а-яё]/iu;

/** So many messages that want two things at once, each made of two messages that want one, in one language. */
export function joinMessages(
  messages: readonly LabelledMessage[],
  count: number,
  random: Random,
): readonly LabelledMessage[] {
  const simple = messages.filter(({ text, accept }) => {
    return accept.length === 1 && WISHES.includes(accept[0]) && text.length <= LONGEST;
  });
  return [true, false].flatMap((russian) => {
    const [first, ...others] = simple.filter(({ text }) => RUSSIAN.test(text) === russian);
    if (!first) return [];
    return Array.from({ length: Math.round(count / 2) }, () =>
      join(pick([first, ...others], random), pick([first, ...others], random), russian, random),
    );
  });
}

function join(one: LabelledMessage, other: LabelledMessage, russian: boolean, random: Random): LabelledMessage {
  const link = pick(russian ? RUSSIAN_LINKS : ENGLISH_LINKS, random);
  const accept = [...new Set([...one.accept, ...other.accept])] as [IntentType, ...IntentType[]];
  return { ...one, text: `${one.text.replace(/[.!]+$/u, '')}${link}${other.text}`, accept };
}

const RUSSIAN_LINKS = ['. ', ' и ', ', ', '. И ещё: ', '. А ', ', а также ', '\n', '. Кстати, '] as const;
const ENGLISH_LINKS = ['. ', ' and ', ', ', '. Also, ', '. And ', ', and ', '\n', '. By the way, '] as const;
