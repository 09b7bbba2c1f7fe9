import { DateTime } from 'luxon';
import type { MachineWrote } from '../event';
import type { Happening } from './happening';
import type { ModelWorld } from './model-world';

type FromMachine = Extract<Happening, { readonly type: 'machine-writes' | 'contact-is-away' | 'calendar-answers' }>;

/** What the brain makes of a machine's mail. */
export function machineMail(
  happening: FromMachine,
  { now, rules, conversation, channels }: ModelWorld,
): Omit<MachineWrote, 'id' | 'at' | 'rules' | 'messageId'> {
  const elsewhere = channels.isElsewhere('email');
  const mail = { type: 'machineWrote', aboutContact: true, senderKnown: true, substitutes: [], elsewhere } as const;
  switch (happening.type) {
    case 'machine-writes': {
      const { kind, aboutContact } = happening;
      return { ...mail, kind, aboutContact, facts: { type: 'none' } };
    }
    case 'contact-is-away': {
      const { days, substitutes } = happening;
      const returnsOn =
        days === null ? null : DateTime.fromJSDate(now, { zone: rules.timeZone }).plus({ days }).toISODate();
      const addresses = substitutes.map(({ address }) => address);
      return {
        ...mail,
        kind: 'auto_reply',
        facts: { type: 'absence', returnsOn, substitutes: addresses },
        substitutes,
      };
    }
    case 'calendar-answers': {
      const uid = (happening.toTheSlot && conversation.memory.slot?.uid) || 'another';
      return { ...mail, kind: 'calendar', facts: { type: 'calendarReply', answer: happening.answer, uid } };
    }
  }
}
