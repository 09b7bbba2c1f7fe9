import { randomUUID } from 'node:crypto';
import { Option, SubCommand } from 'nest-commander';
import { LANGUAGES, type Language } from '@app/domain/language';
import { emailAddress } from '../arguments/email-address';
import { oneLine } from '../arguments/one-line';
import { oneOf } from '../arguments/one-of';
import { telegramName } from '../arguments/telegram-name';
import { timeZone } from '../arguments/time-zone';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { checkSellable } from './check-sellable';
import { waitingChecks } from './waiting-checks';

interface Options {
  readonly product: string;
  readonly name: string;
  readonly company: string;
  readonly email?: string;
  readonly telegram?: string;
  readonly language: Language;
  readonly source?: string;
  readonly ground?: string;
  readonly interest?: readonly string[];
  readonly timeZone?: string;
}

@SubCommand({
  name: 'add',
  description: 'a person to write to; the opening letter leaves as soon as working hours and caps let it',
})
export class ContactAddCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const { product: productId, name, company, language, interest: interests = [] } = options;
    const address = addressOf(options);
    const consent = { source: options.source ?? '', ground: options.ground ?? '' };
    const opened = await this.installation.open();
    const settings = await checkSellable(opened, productId);
    if (settings.consent.required && (consent.source === '' || consent.ground === '')) {
      throw new Mistake(
        `The product "${productId}" writes to nobody without knowing why; give --source (where the address came from) and --ground (on what ground we write).`,
      );
    }
    const id = randomUUID();
    const contact = {
      id,
      productId,
      name,
      company,
      address,
      language,
      timeZone: options.timeZone ?? null,
      interests,
      consent,
    };
    const waits = waitingChecks(settings, await opened.accounts.ofProduct(productId));
    const added = `Added ${address} as ${id}; \`sales-agent contact show ${address}\` shows the conversation.`;
    const done = { text: [added, ...waits].join('\n'), json: { id, ...(waits.length > 0 ? { waits } : {}) } };
    return answerToCommand({ type: 'addContact', contact }, done, opened);
  }

  @Option({ flags: '--product <id>', description: 'what to offer (required)', required: true })
  parseProduct(id: string): string {
    return id;
  }

  @Option({ flags: '--name <name>', description: 'how the letters address the person (required)', required: true })
  parseName(name: string): string {
    return oneLine('--name', name);
  }

  @Option({ flags: '--company <company>', description: 'where the person works (required)', required: true })
  parseCompany(company: string): string {
    return oneLine('--company', company);
  }

  @Option({ flags: '--email <address>', description: 'where to write to; this or --telegram is required' })
  parseEmail(address: string): string {
    return emailAddress(address);
  }

  @Option({ flags: '--telegram <name>', description: 'where to write to; the contact has to press Start first' })
  parseTelegram(name: string): string {
    return telegramName(name);
  }

  @Option({ flags: '--language <language>', description: 'ru or en (required)', required: true })
  parseLanguage(language: string): Language {
    return oneOf('--language', LANGUAGES, language);
  }

  @Option({ flags: '--source <words>', description: 'where the address came from' })
  parseSource(words: string): string {
    return oneLine('--source', words);
  }

  @Option({ flags: '--ground <words>', description: 'on what ground we write' })
  parseGround(words: string): string {
    return oneLine('--ground', words);
  }

  @Option({ flags: '--interest <words>', description: 'a product or topic of interest; may be given several times' })
  parseInterest(words: string, before: readonly string[] = []): readonly string[] {
    return [...before, oneLine('--interest', words)];
  }

  @Option({ flags: '--time-zone <zone>', description: "where the person lives, if not in the product's time zone" })
  parseTimeZone(zone: string): string {
    return timeZone('--time-zone', zone);
  }
}

function addressOf({ email, telegram }: Options): string {
  const [address, other] = [email, telegram].filter((one) => one !== undefined);
  if (address === undefined || other !== undefined) {
    throw new Mistake('Give the address to write to with either --email or --telegram.');
  }
  return address;
}
