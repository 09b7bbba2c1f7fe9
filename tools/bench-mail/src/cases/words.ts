/** What the mails of the cases say in one language. */
export interface CaseWords {
  readonly answer: string;
  readonly offer: readonly string[];
  readonly closing: string;
  readonly signed: string;
}

export type CaseLanguage = 'ru' | 'en' | 'de' | 'fr' | 'es' | 'uk' | 'pl' | 'it' | 'pt' | 'nl';

export const WORDS: Readonly<Record<CaseLanguage, CaseWords>> = {
  ru: {
    answer: 'Добрый день, Анна!\n\nПришлите, пожалуйста, презентацию. Нас сорок человек.',
    offer: ['Здравствуйте, Пётр!', '', 'Предлагаем программу для учёта времени.', '', 'С уважением,', 'Анна'],
    closing: 'С уважением,',
    signed: 'Пётр Ильин',
  },
  en: {
    answer: 'Hello Anna,\n\nPlease send me the deck. There are forty of us.',
    offer: ['Hello Petr,', '', 'We make a program that tracks time.', '', 'Best regards,', 'Anna'],
    closing: 'Best regards,',
    signed: 'Petr Ilyin',
  },
  de: {
    answer: 'Guten Tag Anna,\n\nbitte schicken Sie mir die Präsentation. Wir sind vierzig.',
    offer: ['Guten Tag Petr,', '', 'wir bieten eine Zeiterfassung an.', '', 'Mit freundlichen Grüßen', 'Anna'],
    closing: 'Mit freundlichen Grüßen',
    signed: 'Petr Ilyin',
  },
  fr: {
    answer: 'Bonjour Anna,\n\nEnvoyez-moi la présentation, je vous prie. Nous sommes quarante.',
    offer: ['Bonjour Petr,', '', 'Nous proposons un logiciel de suivi du temps.', '', 'Cordialement,', 'Anna'],
    closing: 'Cordialement,',
    signed: 'Petr Ilyin',
  },
  es: {
    answer: 'Buenos días, Anna:\n\nEnvíeme la presentación, por favor. Somos cuarenta.',
    offer: ['Buenos días, Petr:', '', 'Ofrecemos un programa de control de horas.', '', 'Saludos cordiales,', 'Anna'],
    closing: 'Saludos cordiales,',
    signed: 'Petr Ilyin',
  },
  uk: {
    answer: 'Добрий день, Анно!\n\nНадішліть, будь ласка, презентацію. Нас сорок.',
    offer: ['Вітаємо, Петре!', '', 'Пропонуємо програму для обліку часу.', '', 'З повагою,', 'Анна'],
    closing: 'З повагою,',
    signed: 'Петро Ільїн',
  },
  pl: {
    answer: 'Dzień dobry, Anno!\n\nProszę przysłać prezentację. Jest nas czterdziestu.',
    offer: ['Dzień dobry!', '', 'Oferujemy program do ewidencji czasu.', '', 'Pozdrawiam,', 'Anna'],
    closing: 'Pozdrawiam,',
    signed: 'Petr Ilyin',
  },
  it: {
    answer: 'Buongiorno Anna,\n\nmi mandi la presentazione, per favore. Siamo quaranta.',
    offer: ['Buongiorno Petr,', '', 'offriamo un programma per registrare le ore.', '', 'Cordiali saluti', 'Anna'],
    closing: 'Cordiali saluti',
    signed: 'Petr Ilyin',
  },
  pt: {
    answer: 'Bom dia, Anna!\n\nEnvie-me a apresentação, por favor. Somos quarenta.',
    offer: ['Bom dia, Petr!', '', 'Oferecemos um programa de registo de horas.', '', 'Atenciosamente,', 'Anna'],
    closing: 'Atenciosamente,',
    signed: 'Petr Ilyin',
  },
  nl: {
    answer: 'Goedendag Anna,\n\nstuur mij de presentatie. Wij zijn met veertig.',
    offer: ['Goedendag Petr,', '', 'wij bieden urenregistratie.', '', 'Met vriendelijke groet,', 'Anna'],
    closing: 'Met vriendelijke groet,',
    signed: 'Petr Ilyin',
  },
};
