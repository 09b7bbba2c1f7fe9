import type { Language } from '@app/domain/language';
import { CONTACT } from '../cast';

/** What a person has to know to play the contact in a chat; `isEmulated` when Telegram is played on this machine. */
export function chatIntroInWords(language: Language, link: URL, isEmulated: boolean): string {
  const { name, company } = CONTACT[language];
  return [
    `You are ${name} of "${company}". A sales agent has given you a link to its bot in Telegram:`,
    link.href,
    'A bot cannot write first, so nothing happens until you press Start there.',
    '',
    ...(isEmulated
      ? [
          'The chat is played here: /start presses Start, a line is a message, a number presses the button of that number.',
          '/stop, /help and /language are commands of the chat; :help shows what the demo itself can do, Ctrl-C ends.',
        ]
      : [
          'Open the link with your own account and answer there. Whoever holds the link can be the contact.',
          'Here you see how the agent gets on; :help shows what you can do, Ctrl-C ends.',
        ]),
  ].join('\n');
}

export const CHAT_HELP = `  :later 3w              move time forward: hours (5h), days (2d) or weeks (3w)
  :clock 2026-12-01      move time forward to a day, at 10:00; for another hour, :clock 2026-12-01 15:30
  :operator TEXT         write as the operator, the person the agent hands over to
  :quit                  end, as Ctrl-C and Ctrl-D do; the next demo starts afresh`;
