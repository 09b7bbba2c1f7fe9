import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { ClosedSchema } from '@app/llm-jobs/closed-schema';

/** Whether an answer fits its schema. The validator's words hold nothing of what the answer says. */
export type Checked =
  | { readonly type: 'fits' }
  | { readonly type: 'breaks'; readonly words: string }
  /** The schema itself is none. */
  | { readonly type: 'no-schema' };

const MOST_SCHEMAS = 50;
const LONGEST_WORDS = 500;

const validators = new Map<string, ValidateFunction | null>();

/** Checks an answer by the JSON Schema it was asked under, whatever the server promised. */
export function checkAnswer(answer: string, schema: ClosedSchema): Checked {
  const validate = validatorOf(schema);
  if (validate === null) return { type: 'no-schema' };
  const parsed = parse(answer);
  if (parsed === undefined) return { type: 'breaks', words: 'the answer is not JSON' };
  if (validate(parsed.value)) return { type: 'fits' };
  return { type: 'breaks', words: (validate.errors ?? []).map(inWords).join('; ').slice(0, LONGEST_WORDS) };
}

/** Compiling takes milliseconds, and jobs of one kind and version share their schema. */
function validatorOf(schema: ClosedSchema): ValidateFunction | null {
  const key = JSON.stringify(schema);
  const known = validators.get(key);
  if (known !== undefined) return known;
  if (validators.size === MOST_SCHEMAS) validators.clear();
  const made = compile(schema);
  validators.set(key, made);
  return made;
}

function compile(schema: ClosedSchema): ValidateFunction | null {
  try {
    // One validator each: Ajv itself would keep every schema it ever saw.
    return new Ajv({ allErrors: true, strict: false, logger: false }).compile(schema);
  } catch {
    return null;
  }
}

function inWords({ instancePath, message = 'does not fit', params }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'];
  const choice = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  return `${instancePath === '' ? 'the answer' : instancePath} ${message}${choice}`;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
