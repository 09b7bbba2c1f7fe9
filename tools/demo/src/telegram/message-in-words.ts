import type { SentByBot } from '../../../../test/support/telegram/emulator';
import { indented } from '../text/indented';
import type { Layout } from '../text/letter-in-words';
import { momentInWords } from '../text/moment';
import { sizeInWords } from '../text/size-in-words';
import { wrap } from '../text/wrap';

/** From whom to whom a message goes, and when. */
export interface Head {
  /** The bot's name, without @. */
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** A message of the bot as the chat shows it: its words, its file, its buttons with the numbers they are pressed by. */
export function messageInWords(
  { text, file, buttons }: SentByBot,
  { from, to, at }: Head,
  { timeZone, width }: Layout,
): string {
  const labels = buttons.flat().map(({ label }, index) => `[${String(index + 1)} ${label}]`);
  return [
    ...indented([`▼ ${momentInWords(at, timeZone)}  @${from} → ${to}`], 2),
    ...(text === '' ? [] : indented(wrap(text, width - 4), 4)),
    ...(file === null ? [] : indented([`📎 ${file.name}, ${sizeInWords(file.bytes.length)}`], 4)),
    ...(labels.length === 0 ? [] : indented(wrap(labels.join(' '), width - 4), 4)),
  ].join('\n');
}
