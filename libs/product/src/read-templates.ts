import type { Language } from '@app/domain/language';
import { LETTERS, type TemplatedLetter } from '@app/domain/letter';
import { checkTemplate } from './check-template';
import { andThen, checked, problemsOf, together, type Checked } from './checked';
import type { LetterTemplate, ProductTemplates } from './product';
import { readText, type ProductFolder } from './product-folder';
import { readLetter } from './read-letter';
import { variablesOf } from './template-variables';

/** Reads the frame and every letter of one language, each checked. */
export function readTemplates(folder: ProductFolder, language: Language): Checked<ProductTemplates> {
  const path = (name: string) => `letters/${language}/${name}.hbs`;
  const frame = andThen(readText(folder, path('frame')), (source) => checkFrame(path('frame'), source));
  const letters = together(
    LETTERS.map((letter) =>
      andThen(readText(folder, path(letter)), (source) => named(letter, readLetter(letter, path(letter), source))),
    ),
  );
  const chat = readChat(folder, language);
  if (frame.type === 'problems' || letters.type === 'problems' || chat.type === 'problems') {
    return { type: 'problems', problems: [...problemsOf(frame), ...problemsOf(letters), ...problemsOf(chat)] };
  }
  const byName = Object.fromEntries(letters.value) as Record<TemplatedLetter, LetterTemplate>;
  return checked({ frame: frame.value, letters: byName, chat: chat.value }, []);
}

/** What a folder has of these: any letter can do without, and says in a chat what it says in a mail. */
function readChat(folder: ProductFolder, language: Language): Checked<ProductTemplates['chat']> {
  const path = (letter: TemplatedLetter) => `letters/${language}/chat/${letter}.hbs`;
  const given = LETTERS.filter((letter) => folder.has(path(letter)));
  const read = together(
    given.map((letter) =>
      andThen(readText(folder, path(letter)), (source) => {
        const template = { path: path(letter), firstLine: 1, source };
        return checked([letter, source] as const, checkTemplate(template, variablesOf(letter)));
      }),
    ),
  );
  return andThen(read, (templates) => checked(Object.fromEntries(templates), []));
}

function checkFrame(path: string, source: string): Checked<string> {
  const problems = checkTemplate({ path, firstLine: 1, source }, variablesOf('frame'));
  const hasBody = /\{\{\s*body\s*\}\}/.test(source);
  return checked(
    source,
    hasBody ? problems : [`${path}:1: {{body}} is missing; put it where the letters go.`, ...problems],
  );
}

function named(
  letter: TemplatedLetter,
  template: Checked<LetterTemplate>,
): Checked<readonly [TemplatedLetter, LetterTemplate]> {
  return andThen(template, (value) => checked([letter, value] as const, []));
}
