import type { Language } from '@app/domain/language';
import type { Letter, TemplatedLetter } from '@app/domain/letter';
import { compiledTemplates, type Render } from './compiled-templates';
import { LetterError } from './letter-error';
import type { LetterVariables } from './letter-variables';
import type { Product } from './product';
import type { TemplateName } from './template-variables';
import { tidyText } from './tidy-text';

export interface RenderedMail {
  /** `undefined` where the mail keeps the subject of its thread. */
  readonly subject: string | undefined;
  readonly text: string;
}

/**
 * Writes one plain-text mail that holds these letters in order, between one greeting and one signature; the first
 * letter's subject counts. An operator's reply is a whole mail and is sent as it was written. Throws `LetterError`.
 */
export function renderMail(
  product: Product,
  letters: readonly Letter[],
  language: Language,
  variables: LetterVariables,
): RenderedMail {
  if (letters.includes('operator-reply')) return { subject: undefined, text: operatorReply(letters, variables) };

  const templates = compiledTemplates(product)[language];
  const bodies = letters
    .filter(isTemplated)
    .map((letter) => tidyText(fill(letter, templates.letters[letter].text, variables)));
  const body = bodies.filter((text) => text !== '').join('\n\n');
  return {
    subject: subjectOf(product, letters, language, variables),
    text: tidyText(fill('frame', templates.frame, { ...variables, body })),
  };
}

/** Writes what these letters say in a chat: their texts in order, with neither greeting nor signature. Throws `LetterError`. */
export function renderChat(
  product: Product,
  letters: readonly Letter[],
  language: Language,
  variables: LetterVariables,
): string {
  if (letters.includes('operator-reply')) return operatorReply(letters, variables);
  const { chat, letters: inMails } = compiledTemplates(product)[language];
  const texts = letters
    .filter(isTemplated)
    .map((letter) => tidyText(fill(letter, chat[letter] ?? inMails[letter].text, variables)));
  return texts.filter((text) => text !== '').join('\n\n');
}

function operatorReply(letters: readonly Letter[], { text }: LetterVariables): string {
  if (letters.length > 1) {
    throw new LetterError('operator-reply-not-alone', "An operator's reply is a whole mail; send other letters apart.");
  }
  if (text === undefined) throw new LetterError('variable-missing', "An operator's reply needs 'text'; give it.");
  return text;
}

function subjectOf(
  product: Product,
  letters: readonly Letter[],
  language: Language,
  variables: LetterVariables,
): string | undefined {
  const [first] = letters.filter(isTemplated);
  if (first === undefined) throw new LetterError('no-letter', 'A mail needs at least one letter; name it.');
  const { subject } = compiledTemplates(product)[language].letters[first];
  // A line break in a contact's name must not begin another header.
  return subject && fill(first, subject, variables).replace(/\s+/g, ' ').trim();
}

function isTemplated(letter: Letter): letter is TemplatedLetter {
  return letter !== 'operator-reply' && letter !== 'operator-notice';
}

function fill<Variables>(template: TemplateName, render: Render<Variables>, variables: Variables): string {
  try {
    return render(variables);
  } catch (cause) {
    throw new LetterError('variable-missing', `'${template}' says something it was not given; give it.`, { cause });
  }
}
