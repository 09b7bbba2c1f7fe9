import { SpanKind, type Span } from '@opentelemetry/api';
import type { OutboxMessage } from '../outbox/outbox.schema';
import type { Settlement } from '../outbox/settle';
import { beginSpan } from './trace';

/** From the claim to the settlement of the very letter the claim gave. */
const underWay = new WeakMap<OutboxMessage, Span>();

/** Only what belongs to a trace is traced on. */
export function beginDeliveries(claimed: readonly OutboxMessage[]): void {
  for (const letter of claimed) if (letter.trace !== undefined) underWay.set(letter, begin(letter));
}

export function endDeliveries(settlements: readonly Settlement[]): void {
  for (const { letter, attempt } of settlements) {
    if (letter.trace === undefined) continue;
    const span = underWay.get(letter) ?? begin(letter);
    underWay.delete(letter);
    span.setAttribute('outcome', attempt.outcome);
    if (attempt.code !== null) span.setAttribute('code', attempt.code);
    span.end();
  }
}

function begin(letter: OutboxMessage): Span {
  const { _id, channel, conversationId, letters } = letter;
  const attributes = { letter: _id, conversation: conversationId, letters: [...letters] };
  return beginSpan(`send ${channel}`, { kind: SpanKind.CLIENT, attributes, after: [letter] });
}
