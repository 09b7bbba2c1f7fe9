import type { MachineWrote } from '@app/domain/event';
import type { AbsenceTold, BounceTold } from '@app/domain/machine-facts';

/** What a machine's mail tells, in the operator's words. */
export function machineInWords({ kind, facts, aboutContact }: MachineWrote): string {
  switch (kind) {
    case 'auto_reply':
      return facts.type === 'absence' ? absenceInWords(facts) : 'an automatic reply came';
    case 'bounce_hard':
      return returnInWords('it cannot be delivered', facts, aboutContact);
    case 'bounce_soft':
      return returnInWords('it could not be delivered for now', facts, aboutContact);
    case 'list':
      return 'a mailing list wrote';
    case 'receipt':
      return 'a receipt came';
    case 'calendar':
      return facts.type === 'calendarReply' ? `the invitation was answered: ${facts.answer}` : 'a calendar wrote';
  }
}

function absenceInWords({ returnsOn, substitutes }: AbsenceTold): string {
  const until = returnsOn === null ? '' : ` until ${returnsOn}`;
  const instead = substitutes.length === 0 ? '' : `, and names ${namesOf(substitutes)}`;
  return `an automatic reply came: away${until}${instead}`;
}

/** A note can name as many as it likes. */
function namesOf(addresses: readonly string[]): string {
  const others = addresses.length - MOST_NAMED;
  return [...addresses.slice(0, MOST_NAMED), ...(others > 0 ? [`${others} others`] : [])].join(' and ');
}

const MOST_NAMED = 5;

function returnInWords(why: string, facts: MachineWrote['facts'], aboutContact: boolean): string {
  const { status, recipient }: Pick<BounceTold, 'status' | 'recipient'> =
    facts.type === 'bounce' ? facts : { status: null, recipient: null };
  const code = status === null ? '' : ` (${status})`;
  return aboutContact
    ? `the letter came back: ${why}${code}`
    : `a letter came back from ${recipient ?? 'elsewhere'}: ${why}${code}`;
}
