import type { BodyLine } from './body-line';
import { type AttributionCertainty, attributionCertainty, beginsLikeAttribution } from './attribution';

export interface Attribution {
  /** The line after its last. */
  readonly end: number;
  readonly certainty: AttributionCertainty;
}

/** The line above a quote that says who wrote it and when, beginning at `start`; clients wrap it over several lines. */
export function attributionAt(lines: readonly BodyLine[], start: number): Attribution | undefined {
  const first = lines[start]?.text ?? '';
  if (first.length > LONGEST) return undefined;

  const tallest = beginsLikeAttribution(first) ? TALLEST : first.includes('@') ? 2 : 1;
  let joined = '';
  for (let index = start; index < Math.min(lines.length, start + tallest); index++) {
    const text = lines[index]?.text ?? '';
    if (index > start && !mayContinue(lines, index)) return undefined;
    joined = joined === '' ? text : `${joined} ${text}`;
    if (joined.length > LONGEST) return undefined;
    if (!mayEnd(text)) continue;

    const certainty = attributionCertainty(joined);
    if (certainty) return { end: index + 1, certainty };
    if (text.endsWith(':')) return undefined;
  }
  return undefined;
}

const TALLEST = 6;
const LONGEST = 400;

/** Asked first, because it is cheap and nearly every line fails it. */
function mayEnd(text: string): boolean {
  const last = text.charAt(text.length - 1);
  return last === ':' || last === '：' || last === '-' || last === '*' || last === '>' || text.includes(' GMT');
}

/** A sentence that ended is no beginning of an attribution, and a blank line only stands before a wrapped address. */
function mayContinue(lines: readonly BodyLine[], index: number): boolean {
  const above = lines[index - 1]?.text ?? '';
  const text = lines[index]?.text ?? '';
  if (text === '') return lines[index + 1]?.text.trim() === '<';
  return !/(\p{L}{4}|\d\)?)[.!?]$/u.test(above.slice(-8));
}
