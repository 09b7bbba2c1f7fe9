import { Mistake } from '../command-line/mistake.error';

/** What a list of contacts can say of a person; `interests` are separated by `,` or `;`. */
export type ContactColumn = keyof typeof NAMES;

/** The headings each column may have, in lower case. */
const NAMES = {
  name: ['name', 'имя', 'фио', 'контакт'],
  company: ['company', 'компания', 'организация'],
  email: ['email', 'e-mail', 'почта', 'электронная почта', 'эл. почта'],
  telegram: ['telegram', 'телеграм', 'телеграмм'],
  language: ['language', 'язык'],
  source: ['source', 'источник'],
  ground: ['ground', 'основание'],
  interests: ['interests', 'interest', 'интересы', 'интерес'],
  timeZone: ['time zone', 'timezone', 'часовой пояс'],
} as const;

/** Where each column stands, -1 for one that is not there; throws a `Mistake` when the header names too few. */
export function columnsOf(header: readonly string[]): Readonly<Record<ContactColumn, number>> {
  const headings = header.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, ' '),
  );
  const at = (column: ContactColumn): number =>
    headings.findIndex((heading) => NAMES[column].some((name) => name === heading));
  const columns = {
    name: at('name'),
    company: at('company'),
    email: at('email'),
    telegram: at('telegram'),
    language: at('language'),
    source: at('source'),
    ground: at('ground'),
    interests: at('interests'),
    timeZone: at('timeZone'),
  };
  const missing = [
    ...(['name', 'company'] as const).filter((column) => columns[column] < 0),
    ...(columns.email < 0 && columns.telegram < 0 ? ['email (or telegram)'] : []),
  ];
  if (missing.length > 0) {
    throw new Mistake(
      `The first row must name the columns name, company, email (or имя, компания, почта); ${missing.join(', ')} is missing.`,
    );
  }
  return columns;
}
