import type { Language } from './language';

/** What the buttons under a message let the contact choose. */
export type ChatChoice =
  | { readonly type: 'presentation' | 'demo' | 'later' | 'stop' }
  /** Whether we may write again. */
  | { readonly type: 'resume'; readonly agrees: boolean }
  | { readonly type: 'slot'; readonly startsAt: Date }
  | { readonly type: 'language'; readonly language: Language };

const SIMPLE = ['presentation', 'demo', 'later', 'stop'] as const;
const SLOT = /^slot-(\d{1,13})$/;

/** The action a button carries: which message it stands under, and what it chooses. At most 64 bytes for a mark of 43. */
export function actionOf(mark: string, choice: ChatChoice): string {
  return `${mark}:${spelled(choice)}`;
}

/** What a pressed button chooses; null for an action that is none of ours. */
export function choiceIn(action: string): ChatChoice | null {
  const said = action.slice(action.indexOf(':') + 1);
  const simple = SIMPLE.find((type) => type === said);
  if (simple) return { type: simple };
  if (said === 'resume-yes' || said === 'resume-no') return { type: 'resume', agrees: said === 'resume-yes' };
  if (said === 'ru' || said === 'en') return { type: 'language', language: said };
  const slot = SLOT.exec(said)?.[1];
  return slot === undefined ? null : { type: 'slot', startsAt: new Date(Number(slot)) };
}

function spelled(choice: ChatChoice): string {
  switch (choice.type) {
    case 'resume':
      return choice.agrees ? 'resume-yes' : 'resume-no';
    // The time itself, not its place in the offer: an old button still says what it said.
    case 'slot':
      return `slot-${String(choice.startsAt.getTime())}`;
    case 'language':
      return choice.language;
    default:
      return choice.type;
  }
}
