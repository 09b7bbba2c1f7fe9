import type { ParsedMail } from '../parsed-mail';
import { AWAY } from '../kind/auto-reply-words';
import { addressesIn } from './addresses-in';
import { returnDay } from './return-day';

/** What an out-of-office note says. */
export interface AbsenceFacts {
  readonly type: 'absence';
  /** The first day on which the contact is back, as YYYY-MM-DD; undefined when the note names none. */
  readonly returnsOn: string | undefined;
  /** Addresses of others to write to meanwhile, in the order of the note, in lower case. */
  readonly substitutes: readonly string[];
}

/** Reads an automatic answer as an out-of-office note; undefined when it says nothing of an absence. */
export function absenceOf(
  mail: Pick<ParsedMail, 'from' | 'to' | 'cc' | 'date' | 'subject'>,
  text: string,
): AbsenceFacts | undefined {
  const note = text.slice(0, LONGEST_NOTE);
  const returnsOn = returnDay(note, mail.date) ?? returnDay(mail.subject.slice(0, LONGEST_SUBJECT), mail.date);
  if (returnsOn === undefined && !AWAY.test(note) && !AWAY.test(mail.subject.slice(0, LONGEST_SUBJECT))) {
    return undefined;
  }
  const known = new Set([mail.from, ...mail.to, ...mail.cc].map((mailbox) => mailbox?.address));
  const substitutes = addressesIn(note).filter((address) => !known.has(address));
  return { type: 'absence', returnsOn, substitutes };
}

const LONGEST_NOTE = 4000;
const LONGEST_SUBJECT = 300;
