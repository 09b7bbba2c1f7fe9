import type { Happening } from './happening';
import type { Step } from './script';
import { scriptMistake } from './script-mistake';
import type { SimulatedConversation } from './simulated-conversation';

/** The event of an operator's step; throws a `Mistake` when there is no letter it could be about. */
export function operatorEvent(
  { line, word, words }: Step & { readonly type: 'operator' },
  { outbox, channel, isAnswerReplaceable: answerReplaceable }: SimulatedConversation,
): Happening {
  const said = (example: string): string => {
    if (words !== '') return words;
    throw scriptMistake(line, `"${word}" needs words, such as: operator: ${word} "${example}".`);
  };
  const of = <Found>(letter: Found | undefined, what: string): Found => {
    if (letter) return letter;
    throw scriptMistake(line, `there is no ${what} at this moment; put this step where there is one.`);
  };
  switch (word) {
    case 'reply':
      return { type: 'operatorReplied', text: said('Hello, …') };
    case 'wrote':
      return { type: 'operatorWrote', messageId: `operator-${String(line)}`, answerReplaceable };
    case 'take':
      return { type: 'operatorTookOver', answerReplaceable };
    case 'release':
      return { type: 'operatorReleased' };
    case 'stop':
      return { type: 'operatorStopped' };
    case 'resume':
      return { type: 'operatorResumed', reason: said('she called us') };
    case 'approve': {
      const { id: outboxId } = of(outbox.firstDraft(), 'draft');
      return { type: 'draftApproved', outboxId, ...(words === '' ? {} : { text: words }) };
    }
    case 'reject': {
      const { id: outboxId } = of(outbox.firstDraft(), 'draft');
      return { type: 'draftRejected', outboxId, because: said('too long') };
    }
    case 'cancel':
      return { type: 'letterCancelled', outboxId: of(outbox.firstWaiting(), 'letter that has not left').id };
    case 'retry': {
      const { id: outboxId, letters } = of(outbox.lastSettled(), 'letter that has left');
      return { type: 'letterRetried', outboxId, letters, channel };
    }
  }
}
