import { randomUUID } from 'node:crypto';
import { Option, SubCommand } from 'nest-commander';
import { LANGUAGES, type Language } from '@app/domain/language';
import { emailAddress } from '../arguments/email-address';
import { oneLine } from '../arguments/one-line';
import { oneOf } from '../arguments/one-of';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { answerToCommand } from './answer-to-command';
import { checkSellable } from './check-sellable';

interface Options {
  readonly product: string;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly language: Language;
}

@SubCommand({ name: 'add', description: 'a person to write to; the opening letter leaves at once' })
export class ContactAddCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const { product: productId, name, company, email: address, language } = options;
    const opened = await this.installation.open();
    await checkSellable(opened, productId);
    const id = randomUUID();
    const contact = { id, productId, name, company, address, language };
    const text = `Added ${address} as ${id}; \`sales-agent contact show ${address}\` shows the conversation.`;
    return answerToCommand({ type: 'addContact', contact }, { text, json: { id } }, opened);
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

  @Option({ flags: '--email <address>', description: 'where to write to (required)', required: true })
  parseEmail(address: string): string {
    return emailAddress(address);
  }

  @Option({ flags: '--language <language>', description: 'ru or en (required)', required: true })
  parseLanguage(language: string): Language {
    return oneOf('--language', LANGUAGES, language);
  }
}
