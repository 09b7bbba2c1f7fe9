import type { Language } from '@app/domain/language';
import { CONTACT } from '../cast';
import { momentInWords } from '../text/moment';
import type { ChosenContact } from './choose-contact';

interface Beginning {
  readonly language: Language;
  readonly chosen: ChosenContact;
  /** Business time, and where its hours are counted. */
  readonly now: Date;
  readonly timeZone: string;
  /** Whether business time is the host's. */
  readonly isMoved: boolean;
}

/** What a person has to know to play the contact. */
export function introInWords({ language, chosen, now, timeZone, isMoved }: Beginning): string {
  const { name, company } = CONTACT[language];
  const { address, isNew, stopped } = chosen;
  return [
    `You are ${name} of "${company}", ${address}.`,
    ...(stopped === null ? [] : [`(${stopped} said stop, and is never written to again.)`]),
    [
      isNew
        ? 'A sales agent has something to offer and writes to you first.'
        : 'You go on where you stopped: below is the last letter you got.',
      'Answer it as you like, in Russian or English: ask something, have the presentation sent, try the demo,',
      'put it off to a day, name a colleague, or say stop.',
    ].join(' '),
    '',
    'A line is a mail; end it with \\ to go on in the next line. /help shows what else there is, Ctrl-C ends.',
    'All mail stays on this machine, whatever address you name.',
    `It is ${momentInWords(now, timeZone)} in ${timeZone}${isMoved ? ', by the demo’s own clock' : ''}.`,
  ].join('\n');
}

export const HELP = `  /later 3w              move time forward: hours (5h), days (2d) or weeks (3w)
  /clock 2026-12-01      move time forward to a day, at 10:00; for another hour, /clock 2026-12-01 15:30
  /as ADDRESS            answer as another person the agent wrote to
  /operator TEXT         write as the operator, the person the agent hands over to
  /show                  the whole dialogue so far
  /quit                  end (as Ctrl-C and Ctrl-D do); the next demo goes on from here

  Anything else is a mail. A line that ends in \\ goes on in the next.`;
