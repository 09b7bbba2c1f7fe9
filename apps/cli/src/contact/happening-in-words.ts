import { choiceIn } from '@app/domain/chat-choice';
import type { ChatHappening } from '@app/domain/chat-facts';

/** What somebody did in a chat without a word, as it reads among the words; '' for words. */
export function happeningInWords(happening: ChatHappening): string {
  switch (happening.type) {
    case 'started':
      return '/start';
    case 'asked':
      return `/${happening.command}`;
    case 'pressed':
      return `[${choiceInWords(happening.action)}]`;
    case 'shared':
      return ['shares', ...happening.names.map((name) => `@${name}`), happening.phone].join(' ').trim();
    case 'blocked':
      return '(blocks the bot)';
    case 'unblocked':
      return '(lets the bot in again)';
    case 'migrated':
      return '(the chat has another id)';
    case 'wrote':
    case 'edited':
      return '';
    default:
      return happening satisfies never;
  }
}

function choiceInWords(action: string): string {
  const choice = choiceIn(action);
  if (!choice) return action;
  switch (choice.type) {
    case 'resume':
      return choice.agrees ? 'yes, write again' : 'no, do not write again';
    case 'slot':
      return choice.startsAt.toISOString();
    case 'language':
      return choice.language;
    default:
      return choice.type;
  }
}
