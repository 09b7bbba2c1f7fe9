import type { ParsedMail } from '../parsed-mail';

/** An answer to an invitation of ours (RFC 5546). */
export interface CalendarReplyFacts {
  readonly type: 'calendarReply';
  readonly answer: 'accepted' | 'declined' | 'tentative';
  /** Of the event that was answered. */
  readonly uid: string;
}

/** Reads a METHOD:REPLY; undefined for every other calendar mail and for one that names no event or no answer. */
export function calendarReplyOf(mail: Pick<ParsedMail, 'structure' | 'from'>): CalendarReplyFacts | undefined {
  const { calendar, calendarMethod } = mail.structure;
  if (calendar === undefined || calendarMethod !== 'REPLY') return undefined;

  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const uid = lines
    .find((line) => /^uid[;:]/i.test(line))
    ?.replace(/^[^:]*:/, '')
    .trim();
  const answer = answerOf(lines, mail.from?.address ?? '');
  return uid && answer ? { type: 'calendarReply', answer, uid } : undefined;
}

/** The sender's answer when he is among the attendees, else the first that is given. */
function answerOf(lines: readonly string[], sender: string): CalendarReplyFacts['answer'] | undefined {
  const attendees = lines.filter((line) => /^attendee[;:]/i.test(line));
  const own = attendees.find((line) => sender !== '' && line.toLowerCase().endsWith(`mailto:${sender}`));
  for (const line of own === undefined ? attendees : [own]) {
    const status = /;partstat="?(accepted|declined|tentative)\b/i.exec(line)?.[1]?.toLowerCase();
    const answer = ANSWERS.find((each) => each === status);
    if (answer) return answer;
  }
  return undefined;
}

const ANSWERS = ['accepted', 'declined', 'tentative'] as const;
