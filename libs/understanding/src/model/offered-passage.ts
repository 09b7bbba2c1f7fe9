import { quote } from './quote';

/** A passage of the product's knowledge that a draft may rest on. */
export interface OfferedPassage {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

const LONGEST_PASSAGE = 4_000;

/** The passages as a prompt lists them, by their numbers from 1. */
export function listPassages(passages: readonly OfferedPassage[]): string {
  return passages.map((passage, at) => `${at + 1}: ${quote(inOneText(passage), LONGEST_PASSAGE)}`).join('\n');
}

/** A passage with its heading above it. */
export function inOneText({ heading, text }: OfferedPassage): string {
  return `${heading}\n${text}`;
}
