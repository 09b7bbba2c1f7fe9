import type { ChatChoice } from '@app/domain/chat-choice';
import type { SendMessage } from '@app/domain/send-message';
import type { Language } from '@app/domain/language';
import type { Letter } from '@app/domain/letter';
import type { MailFacts } from './mail-facts';
import { slotInWords } from './slot-in-words';

/** A button, and what pressing it chooses. */
export interface ChoiceButton {
  readonly label: string;
  readonly choice: ChatChoice;
}

type Rows = readonly (readonly ChoiceButton[])[];

/** The buttons under a message, row by row: what the contact can answer to it without writing. */
export function chatButtons({ letters, slots }: SendMessage, { contact, rules, now }: MailFacts): Rows {
  const { language } = contact;
  if (letters.includes('ask-to-resume')) return [choices([YES, NO], language)];
  if (letters.includes('choose-language')) return [LANGUAGES];
  const offered = (slots ?? []).map((slot) => [
    {
      label: slotInWords(slot, language, rules.timeZone, now),
      choice: { type: 'slot', startsAt: slot.startsAt } as const,
    },
  ]);
  return [...offered, ...menu(letters, language)];
}

const YES: ChatChoice = { type: 'resume', agrees: true };
const NO: ChatChoice = { type: 'resume', agrees: false };

/** Each language says its own name. */
const LANGUAGES: readonly ChoiceButton[] = [
  { label: 'Русский', choice: { type: 'language', language: 'ru' } },
  { label: 'English', choice: { type: 'language', language: 'en' } },
];

type MenuChoice = 'presentation' | 'demo' | 'later' | 'stop';

/** What one may want next; what this very message gives is not offered again. */
function menu(letters: readonly Letter[], language: Language): Rows {
  if (!letters.some(hasMenu)) return [];
  const given = new Set(letters.flatMap(givenBy));
  const rows = [['presentation', 'demo'] as const, ['later', 'stop'] as const].map((row) =>
    row.filter((choice) => !given.has(choice)).map((type) => ({ type })),
  );
  return rows.filter((row) => row.length > 0).map((row) => choices(row, language));
}

function hasMenu(letter: Letter): boolean {
  switch (letter) {
    case 'opening':
    case 'referral-opening':
    case 'answer':
    case 'answer-unknown':
    case 'presentation':
    case 'demo-slots':
    case 'demo-follow-up':
    case 'reminder':
    case 'follow-up':
    case 'help':
      return true;
    case 'demo-access':
    case 'slot-booked':
    case 'slot-cancelled':
    case 'postpone-agreed':
    case 'redirect-ask':
    case 'redirect-thanks':
    case 'redirect-invitation':
    case 'stop-confirmed':
    case 'ask-to-resume':
    case 'choose-language':
    case 'operator-reply':
    case 'operator-notice':
      return false;
    default:
      return letter satisfies never;
  }
}

function givenBy(letter: Letter): readonly MenuChoice[] {
  if (letter === 'presentation') return ['presentation'];
  if (letter === 'postpone-agreed') return ['later'];
  const isDemo = letter === 'demo-access' || letter === 'demo-slots' || letter === 'slot-booked';
  return isDemo || letter === 'demo-follow-up' ? ['demo'] : [];
}

function choices(row: readonly ChatChoice[], language: Language): readonly ChoiceButton[] {
  return row.map((choice) => ({ label: labelOf(choice, language), choice }));
}

function labelOf(choice: ChatChoice, language: Language): string {
  const { yes, no, ...menu } = LABELS[language];
  if (choice.type === 'resume') return choice.agrees ? yes : no;
  return choice.type === 'slot' || choice.type === 'language' ? '' : menu[choice.type];
}

const LABELS: Readonly<Record<Language, Readonly<Record<MenuChoice | 'yes' | 'no', string>>>> = {
  ru: {
    presentation: 'Презентация',
    demo: 'Демо',
    later: 'Позже',
    stop: 'Больше не писать',
    yes: 'Да, пишите',
    no: 'Нет, не нужно',
  },
  en: {
    presentation: 'Presentation',
    demo: 'Demo',
    later: 'Later',
    stop: 'Do not write again',
    yes: 'Yes, do',
    no: 'No, thank you',
  },
};
