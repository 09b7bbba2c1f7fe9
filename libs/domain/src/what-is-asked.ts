import type { UnsureMessage } from './asked';
import type { Memory } from './memory';
import type { SendMessage } from './send-message';

/** The messages a model reads at this moment; none when it was asked for something else. */
export function messagesAsked({ asked }: Pick<Memory, 'asked'>): readonly UnsureMessage[] {
  return asked?.request.kind === 'understand' ? asked.request.messages : [];
}

/** The mail that a model drafts at this moment. */
export function letterAsked({ asked }: Pick<Memory, 'asked'>): SendMessage | null {
  return asked && asked.request.kind !== 'understand' ? asked.request.letter : null;
}
