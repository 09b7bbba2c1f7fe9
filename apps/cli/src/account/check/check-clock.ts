import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { right, unknown, wrong, type Finding } from './finding';

const PATIENCE_MS = 10_000;
/** More than a slow answer and a rounded second explain. */
const LARGEST_SKEW_MS = 60_000;

/** Compares this machine's clock with the greeting of the SMTP server, or with the token endpoint's, if one tells time. */
export async function checkClock({ oauth }: Pick<MailAccount, 'oauth'>, greeting: string): Promise<Finding> {
  const theirs = dateIn(greeting) ?? (oauth && (await dateOf(oauth.tokenUrl)));
  if (!theirs) {
    return unknown('clock', 'no server of this account tells the time; see that this machine keeps its clock by NTP.');
  }
  const skewMs = Date.now() - theirs.getTime();
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= LARGEST_SKEW_MS) return right('clock', `our clock and the server's differ by ${seconds} s.`);
  return wrong(
    'clock',
    `our clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} the server's; let this machine keep its clock by NTP.`,
  );
}

/** Some servers greet with their date (RFC 5322, section 3.3). */
function dateIn(greeting: string): Date | null {
  const [found] =
    /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} \w{3} \d{4} [\d:]{5,8} (?:[+-]\d{4}|GMT|UTC)/.exec(greeting) ?? [];
  return found === undefined ? null : validDate(found);
}

async function dateOf(url: string): Promise<Date | null> {
  try {
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return validDate(response.headers.get('date') ?? '');
  } catch {
    return null;
  }
}

function validDate(words: string): Date | null {
  const date = new Date(words);
  return Number.isNaN(date.getTime()) ? null : date;
}
