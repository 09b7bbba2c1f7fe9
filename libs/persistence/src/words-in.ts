import { escapedPattern } from './escaped-pattern';

/** A filter for documents in one of whose fields this text stands, in any case; every document when there is no text. */
export function wordsIn(fields: readonly string[], text: string | undefined): { readonly $or?: object[] } {
  if (text === undefined || text === '') return {};
  const words = { $regex: escapedPattern(text), $options: 'i' };
  return { $or: fields.map((field) => ({ [field]: words })) };
}
