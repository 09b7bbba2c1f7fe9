import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '@app/domain/language';
import { isEndpoint } from '@app/runtime/config/is-endpoint';

/** How the demo was asked to run. */
export type Choices =
  | { readonly type: 'live'; readonly language: Language; readonly fresh: boolean; readonly llm: ChosenModel | null }
  | { readonly type: 'scripted'; readonly language: Language; readonly llm: ChosenModel | null }
  | { readonly type: 'usage' }
  /** One sentence that says what to do. */
  | { readonly type: 'mistake'; readonly sentence: string };

/** A language model to play with: an OpenAI-compatible endpoint, and the name it knows the model by. */
export interface ChosenModel {
  readonly endpoint: string;
  readonly name: string;
}

export const USAGE = `npm run demo -- [--language ru|en] [--fresh]      answer the agent yourself, as its contact
npm run demo -- --scripted [--language ru|en]     watch one whole conversation, each step of it checked

  --language   the language the agent writes in; ru unless it is given
  --fresh      forget the demos before this one: deletes the folder .demo, and nothing else
  --llm URL    ask a language model where the agent is not sure: the address of Ollama, vLLM or a llama.cpp server
  --model      the name it knows the model by; a server of a single model takes any
`;

/** Reads the command line of the demo. */
export function readChoices(args: readonly string[]): Choices {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const language = LANGUAGES.find((known) => known === values.language);
    if (values.help) return { type: 'usage' };
    if (language === undefined) return mistake(`--language is ${LANGUAGES.join(' or ')}, not "${values.language}".`);
    if (values.llm !== undefined && !isEndpoint(values.llm)) {
      return mistake(`--llm is an http:// or https:// address, not "${values.llm}".`);
    }
    const llm = values.llm === undefined ? null : { endpoint: values.llm, name: values.model };
    if (!values.scripted) return { type: 'live', language, fresh: values.fresh, llm };
    return values.fresh
      ? mistake('--scripted starts afresh every time, so leave --fresh out.')
      : { type: 'scripted', language, llm };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    return mistake(`${said}; \`npm run demo -- --help\` shows what there is.`);
  }
}

const OPTIONS = {
  language: { type: 'string', default: 'ru' },
  scripted: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  llm: { type: 'string' },
  model: { type: 'string', default: 'default' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function mistake(sentence: string): Choices {
  return { type: 'mistake', sentence };
}
