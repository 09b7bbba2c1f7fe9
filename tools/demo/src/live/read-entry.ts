import { DateTime } from 'luxon';
import { momentInWords } from '../text/moment';

/** What the person at the keyboard wants with an entry. */
export type Entry =
  | { readonly type: 'write'; readonly words: string }
  | { readonly type: 'moveClock'; readonly to: Date }
  | { readonly type: 'playAs'; readonly address: string }
  | { readonly type: 'operate'; readonly words: string }
  | { readonly type: 'show' }
  | { readonly type: 'help' }
  | { readonly type: 'quit' }
  | { readonly type: 'nothing' }
  /** One sentence that says what to do. */
  | { readonly type: 'mistake'; readonly sentence: string };

/** Business time, and where its hours are counted. */
export interface BusinessTime {
  readonly now: Date;
  readonly timeZone: string;
}

/** Reads an entry: a slash command, or the words of a mail. */
export function readEntry(entry: string, time: BusinessTime): Entry {
  const words = entry.trim();
  if (words === '') return { type: 'nothing' };
  const [, name, rest = ''] = /^\/(\w+)(?:\s+([^]*))?$/.exec(words) ?? [];
  switch (name?.toLowerCase()) {
    case undefined:
      return words.startsWith('/') ? unknown(words) : { type: 'write', words };
    case 'later':
      return later(rest, time);
    case 'clock':
      return clock(rest, time);
    case 'as':
      return rest === '' ? mistake('Say whose part you take, like /as oleg@dom.example.') : playAs(rest);
    case 'operator':
      return rest === '' ? mistake('Say what the operator writes, like /operator We answer tomorrow.') : operate(rest);
    case 'show':
    case 'help':
    case 'quit':
      return { type: name.toLowerCase() as 'show' | 'help' | 'quit' };
    default:
      return unknown(words);
  }
}

const UNITS = { h: 'hours', d: 'days', w: 'weeks' } as const;

function later(rest: string, { now, timeZone }: BusinessTime): Entry {
  const [, amount = '', unit = ''] = /^(\d{1,4})\s*([hdw])$/i.exec(rest) ?? [];
  const known = UNITS[unit.toLowerCase() as keyof typeof UNITS] as (typeof UNITS)[keyof typeof UNITS] | undefined;
  if (known === undefined || Number(amount) === 0) {
    return mistake('Say how much later in hours, days or weeks, like /later 5h, /later 2d or /later 3w.');
  }
  const to = DateTime.fromJSDate(now, { zone: timeZone }).plus({ [known]: Number(amount) });
  return { type: 'moveClock', to: to.toJSDate() };
}

function clock(rest: string, { now, timeZone }: BusinessTime): Entry {
  const [, day = '', hour = '10:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T]+(\d{2}:\d{2}))?$/.exec(rest) ?? [];
  const to = DateTime.fromISO(`${day}T${hour}`, { zone: timeZone });
  if (!to.isValid)
    return mistake('Say the day, and the hour if you like, as in /clock 2026-12-01 or /clock 2026-12-01 15:30.');
  if (to.toJSDate() <= now)
    return mistake(`Time only moves forward, and it is ${momentInWords(now, timeZone)} already.`);
  return { type: 'moveClock', to: to.toJSDate() };
}

function playAs(address: string): Entry {
  return { type: 'playAs', address: address.toLowerCase() };
}

function operate(words: string): Entry {
  return { type: 'operate', words };
}

function unknown(words: string): Entry {
  return mistake(`There is no ${words.split(/\s/)[0] ?? words}; /help shows what there is.`);
}

function mistake(sentence: string): Entry {
  return { type: 'mistake', sentence };
}
