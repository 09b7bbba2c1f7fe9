import type { MailFacts } from '@app/mail-text/facts/mail-facts';
import type { MachineFacts } from '@app/domain/machine-facts';

/** What a machine's mail tells, as it is stored: null for what it does not tell. */
export function toFacts(facts: MailFacts): MachineFacts {
  switch (facts.type) {
    case 'absence':
      return { type: 'absence', returnsOn: facts.returnsOn ?? null, substitutes: facts.substitutes.slice(0, MOST) };
    case 'bounce': {
      const { messageId, status, recipient } = facts;
      return { type: 'bounce', letter: cut(messageId), status: cut(status), recipient: cut(recipient) };
    }
    case 'calendarReply':
      return { type: 'calendarReply', answer: facts.answer, uid: facts.uid.slice(0, LONGEST) };
    case 'none':
      return { type: 'none' };
    default:
      return facts satisfies never;
  }
}

/** No honest mail has so much of it, and a document holds 16 MB. */
const MOST = 100;
const LONGEST = 1_000;

function cut(value: string | undefined): string | null {
  return value?.slice(0, LONGEST) ?? null;
}
