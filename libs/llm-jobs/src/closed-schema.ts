/**
 * The part of JSON Schema that llama.cpp, Ollama and vLLM all enforce: one flat object of which every property is
 * required and no other allowed; `''` stands for none. No `pattern`, no union of types, nothing nested but lists.
 */
export interface ClosedSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export type PropertySchema = TextSchema | { readonly type: 'array'; readonly items: TextSchema };

/** Any text, or one of the words named. */
export interface TextSchema {
  readonly type: 'string';
  readonly enum?: readonly string[];
}

/** An object of these properties, each required, and of no others. */
export function closedObject(properties: Readonly<Record<string, PropertySchema>>): ClosedSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export const TEXT: PropertySchema = { type: 'string' };

export const TEXTS: PropertySchema = { type: 'array', items: { type: 'string' } };

export function wordOf(words: readonly string[]): TextSchema {
  return { type: 'string', enum: words };
}
