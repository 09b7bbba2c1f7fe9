import { type Checked, accepted, rejected } from './checked';

/** The fields of a flat answer: a text, or a list of texts. */
export type Shape = Readonly<Record<string, 'text' | 'texts'>>;

export type Parsed<S extends Shape> = {
  readonly [Name in keyof S]: S[Name] extends 'text' ? string : readonly string[];
};

/** An answer to any of our questions is a tenth of this. */
const LONGEST_RESPONSE = 50_000;
const LONGEST_TEXT = 2_000;
const LONGEST_LIST = 20;

/** Some models put the JSON they were asked for between the fences of markdown. */
const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

/** Reads a response that has exactly the fields of a shape; never throws, whatever the text. */
export function parseResponse<S extends Shape>(response: string, shape: S): Checked<Parsed<S>> {
  if (response.length > LONGEST_RESPONSE) return rejected('It is far too long.');
  const fields = fieldsOf(FENCED.exec(response)?.[1] ?? response);
  if (!fields) return rejected('It is no JSON object.');
  const names = Object.keys(shape);
  const hasAll = fields.size === names.length && names.every((name) => fields.has(name));
  if (!hasAll) return rejected(`The JSON object must have exactly these fields: ${names.join(', ')}.`);
  const wrong = Object.entries(shape).find(([name, kind]) => !(kind === 'text' ? isText : isTexts)(fields.get(name)));
  if (wrong) return rejected(`The field ${wrong[0]} must be ${IN_WORDS[wrong[1]]}.`);
  return accepted(Object.fromEntries(fields) as Parsed<S>);
}

const IN_WORDS = { text: 'a short string', texts: 'a list of at most 20 short strings' } as const;

/** A map knows no prototype that a name could reach. */
function fieldsOf(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every(isText);
}
