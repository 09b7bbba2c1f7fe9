import type { MailKind } from '../mail-kind';
import type { ParsedMail } from '../parsed-mail';
import { type AbsenceFacts, absenceOf } from './absence';
import { type BounceFacts, bounceOf } from './bounce';
import { type CalendarReplyFacts, calendarReplyOf } from './calendar-reply';

/** What a machine's mail tells beyond its kind. */
export type MailFacts = AbsenceFacts | BounceFacts | CalendarReplyFacts | NoFacts;

export interface NoFacts {
  readonly type: 'none';
}

/** Reads the facts out of a mail of a known kind; `text` is its sender's own words. */
export function factsOf(mail: ParsedMail, kind: MailKind, text: string): MailFacts {
  switch (kind) {
    case 'auto_reply':
      return absenceOf(mail, text) ?? NONE;
    case 'bounce_hard':
    case 'bounce_soft':
      return bounceOf(mail, kind);
    case 'calendar':
      return calendarReplyOf(mail) ?? NONE;
    case 'human':
    case 'list':
    case 'receipt':
      return NONE;
    default:
      return kind satisfies never;
  }
}

const NONE: NoFacts = { type: 'none' };
