import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { SendMessage } from '@app/domain/send-message';
import type { Language } from '@app/domain/language';
import type { BookedSlot } from '@app/domain/slot';
import type { MailFacts } from './mail-facts';

/** A calendar file (RFC 5545) of one method (RFC 5546). */
export interface Invitation {
  readonly name: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** The calendar files of a mail: one for each slot it offers, or one for the slot it books, moves or calls off. */
export function writeInvitations(
  effect: SendMessage & { readonly key: string },
  facts: MailFacts,
): readonly Invitation[] {
  if (effect.slot) {
    return [
      effect.letters.includes('slot-cancelled')
        ? invitation({ ...effect.slot, file: 'demo', status: 'cancelled' }, facts)
        : invitation({ ...effect.slot, file: 'demo', status: 'booked' }, facts),
    ];
  }
  return (effect.slots ?? []).map((slot, index) =>
    invitation(
      { ...slot, uid: `${effect.key}-${index + 1}`, sequence: 0, file: `demo-${index + 1}`, status: 'offered' },
      facts,
    ),
  );
}

interface Meeting extends BookedSlot {
  /** Without its ending. */
  readonly file: string;
  readonly status: 'offered' | 'booked' | 'cancelled';
}

function invitation(meeting: Meeting, { product, contact, accountAddress, now }: MailFacts): Invitation {
  const { settings } = product;
  const method = meeting.status === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'sales-agent', product: 'demo', language: 'EN' }, method });
  calendar.createEvent({
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    status: STATUSES[meeting.status],
    // Three offers must not take up three times of the contact's day.
    transparency: meeting.status === 'offered' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    summary: SUMMARIES[contact.language](settings.name[contact.language]),
    location: settings.demo.link,
    url: settings.demo.link,
    organizer: { name: toParameter(settings.sender.name[contact.language]), email: accountAddress },
    attendees: [
      {
        email: contact.address,
        ...(contact.name === '' ? {} : { name: toParameter(contact.name) }),
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return { name: `${meeting.file}.ics`, method, content: calendar.toString() };
}

const STATUSES = {
  offered: ICalEventStatus.TENTATIVE,
  booked: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const SUMMARIES: Readonly<Record<Language, (product: string) => string>> = {
  ru: (product) => `Демонстрация: ${product}`,
  en: (product) => `Demo: ${product}`,
};

/** RFC 5545, section 3.2: a parameter's value holds neither quotes nor control characters, and nothing escapes them. */
function toParameter(text: string): string {
  return text.replace(/["\s\p{Cc}]+/gu, ' ').trim();
}
