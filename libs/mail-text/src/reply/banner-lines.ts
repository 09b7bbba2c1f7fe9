import { BANNERS, BANNER_TAGS } from '../words/all-languages';
import type { BodyLine } from './body-line';
import { isRule } from './separator-line';

/**
 * How many lines at the top of a mail are a warning that a mail server put there ("[EXTERNAL]", "This email originated
 * from outside of the organization …"), with the rules around it; 0 when the sender's own words begin at once.
 */
export function bannerHeight(lines: readonly BodyLine[], quoted: readonly boolean[]): number {
  let height = 0;
  let isInside = false;
  for (let index = 0; index < Math.min(lines.length, TALLEST); index++) {
    if (quoted[index]) break;
    const line = (lines[index]?.text ?? '').trim();
    if (line === '') isInside = false;
    else if (isBannerLine(line) || (isInside && /^[\p{Ll}(]/u.test(line))) {
      height = index + 1;
      isInside = !/[.!)\]]$/.test(line);
    } else if (!isRule(line)) break;
    else if (height > 0) height = index + 1;
  }
  return height;
}

const TALLEST = 16;
const LONGEST = 600;

function isBannerLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const lower = line.toLowerCase().replace(/’/g, "'");
  return BANNER_TAGS.has(lower.replace(/[^\p{L}\s-]/gu, '').trim()) || BANNERS.some((phrase) => lower.includes(phrase));
}
