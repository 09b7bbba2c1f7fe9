import { parseArgs } from 'node:util';
import type { Channel } from '@app/domain/channel';
import { LANGUAGES, type Language } from '@app/domain/language';

/** How the demo was asked to run. */
export type Choices =
  | { readonly type: 'live'; readonly channel: Channel; readonly language: Language; readonly fresh: boolean }
  | { readonly type: 'scripted'; readonly channel: Channel; readonly language: Language }
  | { readonly type: 'usage' }
  /** One sentence that says what to do. */
  | { readonly type: 'mistake'; readonly sentence: string };

export const USAGE = `npm run demo -- [--language ru|en] [--fresh]      answer the agent yourself, as its contact
npm run demo -- --scripted [--language ru|en]     watch one whole conversation, each step of it checked
npm run demo -- --telegram [--scripted]           the same as a chat in Telegram, which is played on this machine

  --language   the language the agent writes in; ru unless it is given
  --fresh      forget the demos before this one: deletes the folder .demo, and nothing else

With TELEGRAM_BOT_TOKEN set, --telegram is the real Telegram: you answer that bot from your own account.
`;

/** Reads the command line of the demo. */
export function readChoices(args: readonly string[]): Choices {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const language = LANGUAGES.find((known) => known === values.language);
    if (values.help) return { type: 'usage' };
    if (language === undefined) return mistake(`--language is ${LANGUAGES.join(' or ')}, not "${values.language}".`);
    const { scripted, telegram, fresh } = values;
    const channel = telegram ? 'telegram' : 'email';
    if (fresh && (scripted || telegram)) {
      return mistake(`--${scripted ? 'scripted' : 'telegram'} starts afresh every time, so leave --fresh out.`);
    }
    return scripted ? { type: 'scripted', channel, language } : { type: 'live', channel, language, fresh };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    return mistake(`${said}; \`npm run demo -- --help\` shows what there is.`);
  }
}

const OPTIONS = {
  language: { type: 'string', default: 'ru' },
  telegram: { type: 'boolean', default: false },
  scripted: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function mistake(sentence: string): Choices {
  return { type: 'mistake', sentence };
}
