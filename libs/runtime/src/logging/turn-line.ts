import type { Turn } from '@app/persistence/turns/turn.schema';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';

/**
 * A commit's turns as a person reads them: "Anna's conversation: contactWrote → understanding, messageUnderstood →
 * answering (presentation)". With no name it is "Conversation <id>".
 */
export function turnLine({ conversation, turns }: Pick<TurnCommit, 'conversation' | 'turns'>, name: string): string {
  const whose = name === '' ? `Conversation ${conversation._id}` : `${name}'s conversation`;
  return `${whose}: ${turns.map(turnInWords).join(', ')}`;
}

function turnInWords({ event, decision, stage, effects, because }: Turn): string {
  if (decision === 'ignored') return `${event.type} ignored (${because ?? ''})`;
  const letters = effects.flatMap((effect) => (effect.type === 'sendMessage' ? effect.letters : []));
  return `${event.type} → ${stage}${letters.length === 0 ? '' : ` (${letters.join(' + ')})`}`;
}
