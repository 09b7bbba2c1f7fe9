import { Option, SubCommand } from 'nest-commander';
import { STAGES, type Stage } from '@app/domain/stage';
import { endOfDay } from '../arguments/day';
import { oneOf } from '../arguments/one-of';
import { wholeNumber } from '../arguments/whole-number';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { checkProduct } from '../product/check-product';
import { contactRows, listedContact } from './listed-contact';

interface Options {
  readonly product?: string;
  readonly stage?: Stage;
  readonly waitingForMe?: boolean;
  readonly due?: Date;
  readonly search?: string;
  readonly limit: number;
}

@SubCommand({
  name: 'list',
  description: 'the people we write to, the newest first, and what each conversation waits for',
})
export class ContactListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const { product, stage, waitingForMe, due, search, limit } = options;
    const { contacts, products } = await this.installation.open();
    if (product !== undefined) await checkProduct(products, product);
    const listed = await contacts.list({
      limit,
      ...(product === undefined ? {} : { productId: product }),
      ...(stage === undefined ? {} : { stage }),
      ...(waitingForMe === undefined ? {} : { waitingForMe }),
      ...(due === undefined ? {} : { due }),
      ...(search === undefined ? {} : { text: search }),
    });
    return {
      text: listed.length > 0 ? contactRows(listed) : nothingOf(options),
      json: listed.map(listedContact),
    };
  }

  @Option({ flags: '--product <id>', description: 'only the contacts of this product' })
  parseProduct(id: string): string {
    return id;
  }

  @Option({ flags: '--stage <stage>', description: 'only conversations in this stage, such as postponed' })
  parseStage(stage: string): Stage {
    return oneOf('--stage', STAGES, stage);
  }

  @Option({ flags: '--waiting-for-me', description: 'only those where something waits for you' })
  parseWaitingForMe(): boolean {
    return true;
  }

  @Option({ flags: '--due <day>', description: 'only those where something is due by the end of this day' })
  parseDue(day: string): Date {
    return endOfDay('--due', day);
  }

  @Option({ flags: '--search <text>', description: 'only those with this in their name, company, address or notes' })
  parseSearch(text: string): string {
    return text;
  }

  @Option({ flags: '--limit <n>', description: 'at most so many', defaultValue: 200 })
  parseLimit(count: string): number {
    return wholeNumber('--limit', count);
  }
}

function nothingOf({ stage, waitingForMe, due, search }: Options): string {
  if (waitingForMe) return 'Nothing waits for you.';
  const isNarrowed = [stage, due, search].some((option) => option !== undefined);
  return isNarrowed ? 'No such contact.' : 'No contact yet; `sales-agent contact add` adds one.';
}
