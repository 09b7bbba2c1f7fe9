import { REPLY_MARKERS, SEPARATORS } from '../words/all-languages';

/** "----- Original Message -----", "Begin forwarded message:" and the like. */
export function isSeparator(line: string): boolean {
  if (line.length > LONGEST || !SEPARATORS.has(bareWords(line))) return false;
  return hasDashes(line) || /:\s*\*?$/.test(line) || BEGINNING.test(line);
}

/** Apple Mail writes no dashes, and once no colon. */
const BEGINNING = /^\W*(begin|нач|поч|anfang|début|inicio|inizio|początek)/i;

/** "Please write your reply above this line", as help desks put it on top of their letters. */
export function isReplyMarker(line: string): boolean {
  if (line.length > LONGEST) return false;
  const lower = line.toLowerCase();
  return REPLY_MARKERS.some((marker) => lower.includes(marker));
}

/** A line of nothing but dashes, underscores, stars or equal signs. */
export function isRule(line: string): boolean {
  return /^\s*[-_=*─—–]{4,}\s*$/.test(line);
}

const LONGEST = 200;

function bareWords(line: string): string {
  return line
    .toLowerCase()
    .replace(/[-_=*─—–:>#\s]+/g, ' ')
    .trim();
}

function hasDashes(line: string): boolean {
  const bare = line.replace(/\*/g, '').trim();
  return /^[-_=─—–]{2}/.test(bare) && /[-_=─—–]{2}$/.test(bare);
}
