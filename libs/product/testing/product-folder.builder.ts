import { LANGUAGES } from '@app/domain/language';
import { LETTERS } from '@app/domain/letter';

/** A product folder without problems; `changes` replaces files by path, and `undefined` removes one. */
export function aProductFolder(changes: Readonly<Record<string, string | undefined>> = {}): Map<string, Uint8Array> {
  const texts = Object.entries({ ...GOOD, ...changes });
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, new TextEncoder().encode(text)]])));
}

/** The settings of a good folder, to change a line of. */
export const SETTINGS = `id: kettles
name:
  ru: Чайники
  en: Kettles
sender:
  name:
    ru: Ольга
    en: Olga
  company:
    ru: Чайная фабрика
    en: Tea Works
timeZone: Europe/Moscow
workingHours:
  from: '09:00'
  to: '18:00'
offerIgnoredAfterDays: 14
postponeByDefaultDays: 30
demo:
  link: https://kettles.example/demo
  login: guest
  codes: steam-{random}
  followUpAfterDays: 3
presentation:
  ru: kettles.pdf
  en: kettles.pdf
stopConfirmed: false
redirectThanks: false
`;

const LETTER_FILES = LANGUAGES.flatMap((language) =>
  LETTERS.map((letter) => [`letters/${language}/${letter}.hbs`, letterFile(letter)] as const),
);

function letterFile(letter: string): string {
  const text = `This is the letter '${letter}'.\n`;
  return letter.endsWith('opening') ? `Subject: About {{product.name}}\n\n${text}` : text;
}

const GOOD: Readonly<Record<string, string>> = {
  'product.yaml': SETTINGS,
  ...Object.fromEntries(LETTER_FILES),
  'letters/ru/frame.hbs': 'Здравствуйте!\n\n{{body}}\n\n{{sender.name}}\n',
  'letters/en/frame.hbs': 'Hello!\n\n{{body}}\n\n{{sender.name}}\n',
  'knowledge/ru/kettles.md': '# Чайники\n\n## Объём\n\nЧайник вмещает два литра.\n',
  'knowledge/en/kettles.md': '# Kettles\n\n## Volume\n\nA kettle holds two litres.\n',
  'files/kettles.pdf': '%PDF-1.4',
};
