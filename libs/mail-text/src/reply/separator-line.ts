import { REPLY_MARKERS, SEPARATORS } from '../words/all-languages';

/** "----- Original Message -----", "Begin forwarded message:", "----- Forwarded by Anna on 12.01.2026 -----" and the like. */
export function isSeparator(line: string): boolean {
  if (line.length > LONGEST) return false;
  const isFramed = hasDashes(line);
  if (!isFramed && !/[:：]\s*\*?$/.test(line) && !BEGINNING.test(line)) return false;

  const words = bareWords(line);
  return SEPARATORS.has(words) || (isFramed && /[\d@]/.test(words) && startsWithSeparator(words));
}

/** Whether a separator says that what follows is passed on, not answered. */
export function isForwardSeparator(line: string): boolean {
  return isSeparator(line) && FORWARDED.test(line);
}

const FORWARDED =
  /forward|перес[лы]|переадрес|перенаправ|weitergeleitet|transféré|réachemin|reenviad|przekazan|inoltrat|encaminhad|doorgestuur|videresen|vidarebefor|välitet|přeposl|továbbít|iletilen|препрат|转发|轉寄|転送|전달|chuyển tiếp/i;

/** Apple Mail and The Bat! write no dashes, and once no colon. */
const BEGINNING = /^[\s>*]{0,9}(begin|нач|поч|это|this is|anfang|début|inicio|inizio|início|początek|start)/i;

/** "Please write your reply above this line", as help desks put it on top of their letters. */
export function isReplyMarker(line: string): boolean {
  if (line.length > LONGEST) return false;
  const lower = line.toLowerCase();
  return REPLY_MARKERS.some((marker) => lower.includes(marker));
}

/** A line of nothing but dashes, underscores, stars or equal signs. */
export function isRule(line: string): boolean {
  return /^\s*[-_=*─—–]{3,}\s*$/.test(line);
}

const LONGEST = 200;

function bareWords(line: string): string {
  return line
    .toLowerCase()
    .replace(/(8<)?[-_=*─—–:：>#\s]+/g, ' ')
    .trim();
}

function startsWithSeparator(words: string): boolean {
  for (const separator of SEPARATORS) {
    if (words.startsWith(`${separator} `)) return true;
  }
  return false;
}

function hasDashes(line: string): boolean {
  return /^[\s*>]*[-_=─—–]{2}/.test(line) && /[-_=─—–]{2}[\s*]*$/.test(line.slice(-9));
}
