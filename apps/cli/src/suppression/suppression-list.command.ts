import { Option, SubCommand } from 'nest-commander';
import type { ListedSuppression } from '@app/persistence/recipients/list-suppressions';
import { wholeNumber } from '../arguments/whole-number';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { reasonInWords } from './reason-in-words';

interface Options {
  readonly search?: string;
  readonly limit: number;
}

@SubCommand({
  name: 'list',
  description: 'every stop and what was lifted, the newest first; of an address that is no contact only a hash is kept',
})
export class SuppressionListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { search, limit }: Options): Promise<Answer> {
    const { suppressions } = await this.installation.open();
    const listed = await suppressions.list({ limit, ...(search === undefined ? {} : { text: search }) });
    const headings = ['from', 'name', 'company', 'address', 'because', 'cancelled letters'];
    return {
      text: listed.length > 0 ? table(headings, listed.map(row)) : 'Nobody is suppressed.',
      json: listed.map(({ _id: id, ...entry }) => ({ id, ...entry })),
    };
  }

  @Option({
    flags: '--search <text>',
    description: "only those with this in a reason or the contact's name, company or address",
  })
  parseSearch(text: string): string {
    return text;
  }

  @Option({ flags: '--limit <n>', description: 'at most so many', defaultValue: 50 })
  parseLimit(count: string): number {
    return wholeNumber('--limit', count);
  }
}

function row({ contact, at, cancelledMessages, ...entry }: ListedSuppression): string[] {
  const { name = '', company = '', addresses = [] } = contact ?? {};
  return [momentInWords(at), name, company, addresses[0] ?? '', reasonInWords(entry), String(cancelledMessages.length)];
}
