import Handlebars from 'handlebars';
import type { Language } from '@app/domain/language';
import type { TemplatedLetter } from '@app/domain/letter';
import type { LetterVariables } from './letter-variables';
import type { LetterTemplate, Product, ProductTemplates } from './product';

export interface CompiledTemplates {
  readonly frame: Render<LetterVariables & { readonly body: string }>;
  readonly letters: Readonly<Record<TemplatedLetter, CompiledLetter>>;
  readonly chat: Readonly<Partial<Record<TemplatedLetter, Render<LetterVariables>>>>;
}

export interface CompiledLetter {
  readonly subject: Render<LetterVariables> | undefined;
  readonly text: Render<LetterVariables>;
}

/** Throws when the template names a variable that is absent. */
export type Render<Variables> = (variables: Variables) => string;

/** The templates of a product, compiled once per product object. */
export function compiledTemplates(product: Product): Readonly<Record<Language, CompiledTemplates>> {
  const known = CACHE.get(product);
  if (known) return known;

  const compiled = { ru: compileAll(product.templates.ru), en: compileAll(product.templates.en) };
  CACHE.set(product, compiled);
  return compiled;
}

const CACHE = new WeakMap<Product, Readonly<Record<Language, CompiledTemplates>>>();

function compileAll({ frame, letters, chat }: ProductTemplates): CompiledTemplates {
  const entries = Object.entries(letters).map(([letter, template]) => [letter, compileLetter(template)] as const);
  const inChats = Object.entries(chat).map(([letter, text]) => [letter, compile<LetterVariables>(text)] as const);
  return {
    frame: compile(frame),
    letters: Object.fromEntries(entries) as Record<TemplatedLetter, CompiledLetter>,
    chat: Object.fromEntries(inChats),
  };
}

function compileLetter({ subject, text }: LetterTemplate): CompiledLetter {
  return { subject: subject === undefined ? undefined : compile(subject), text: compile(text) };
}

/** Mail is plain text, so nothing is escaped; an instance of our own has no helpers that another library registered. */
const handlebars = Handlebars.create();

function compile<Variables>(source: string): Render<Variables> {
  return handlebars.compile<Variables>(source, { noEscape: true, strict: true, knownHelpersOnly: true });
}
