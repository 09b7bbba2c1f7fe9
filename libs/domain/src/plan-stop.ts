import { close } from './close';
import type { Letter } from './letter';
import type { MessageUnderstood } from './event';
import type { Memory } from './memory';
import type { Plan } from './plan';
import { notWrittenTo, openConversations } from './plan-redirect';
import { colleaguesOf, type Want } from './want';

/** Never writes again. An address given in the same breath is the one thing that still counts. */
export function planStop(memory: Memory, wants: readonly Want[], event: MessageUnderstood): Plan {
  const asked = wants.find((want) => want.intent.type === 'stop');
  const colleagues = colleaguesOf(wants);
  const opened = openConversations(colleagues);
  const letters = asked?.fromStranger ? [] : lastLetters(opened.length > 0, event);
  const closed = close(memory);
  const messageId = asked?.messageId ?? event.messageId;
  return {
    stage: 'stopped',
    effects: [
      { type: 'suppress', because: 'contact-asked', messageId, company: event.rules.stopCompany },
      ...closed.effects,
      ...opened,
      ...notWrittenTo(colleagues),
      ...(letters.length > 0 ? [{ type: 'sendMessage', letters, answers: event.messageId } as const] : []),
    ],
    // What came after the stop may be a change of mind.
    memory: { ...closed.memory, unread: memory.unread.slice(memory.unread.indexOf(event.messageId) + 1) },
  };
}

function lastLetters(namedColleague: boolean, { rules }: MessageUnderstood): Letter[] {
  return [
    ...(namedColleague && rules.redirectThanks ? (['redirect-thanks'] as const) : []),
    ...(rules.stopConfirmed ? (['stop-confirmed'] as const) : []),
  ];
}
