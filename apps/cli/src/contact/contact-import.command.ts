import { Option, SubCommand } from 'nest-commander';
import { readInput } from '../arguments/read-input';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { readTable } from '../table/read-table';
import { checkSellable } from './check-sellable';
import { importContacts } from './import-contacts';
import { countImported, importSummary } from './import-summary';
import { readContactList } from './read-contact-list';

interface Options {
  readonly product: string;
  readonly dryRun?: boolean;
}

@SubCommand({
  name: 'import',
  arguments: '<file>',
  description:
    'everybody in a CSV or .xlsx file with the columns name, company, email (or telegram) and, where known, language, source, ground, interests, time zone',
})
export class ContactImportCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([file = '']: readonly string[], { product, dryRun = false }: Options): Promise<Answer> {
    const listed = readContactList(await readTable(await readInput(file)));
    const opened = await this.installation.open();
    const { consent } = await checkSellable(opened, product);
    const rows = await importContacts(listed, { productId: product, needsConsent: consent.required, dryRun }, opened);
    const counts = countImported(rows);
    return {
      text: importSummary(rows, dryRun),
      json: { dryRun, ...counts, rows },
      ...(counts.bad > 0 ? { exitCode: 2 } : {}),
    };
  }

  @Option({ flags: '--product <id>', description: 'what to offer them (required)', required: true })
  parseProduct(id: string): string {
    return id;
  }

  @Option({ flags: '--dry-run', description: 'only say what would be done' })
  parseDryRun(): boolean {
    return true;
  }
}
