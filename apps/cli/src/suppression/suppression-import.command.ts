import { Option, SubCommand } from 'nest-commander';
import { readInput } from '../arguments/read-input';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { readTable } from '../table/read-table';
import { importAddresses } from './import-addresses';
import { readAddressList } from './read-address-list';
import { countAddresses, addressesSummary } from './addresses-summary';

interface Options {
  readonly dryRun?: boolean;
}

@SubCommand({
  name: 'import',
  arguments: '<file>',
  description: 'never write to anybody in a file: one address a line, or a CSV or .xlsx with a column email',
})
export class SuppressionImportCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([file = '']: readonly string[], { dryRun = false }: Options): Promise<Answer> {
    const listed = readAddressList(await readTable(await readInput(file)));
    const rows = await importAddresses(listed, dryRun, await this.installation.open());
    const counts = countAddresses(rows);
    return {
      text: addressesSummary(rows, dryRun),
      json: { dryRun, ...counts, rows },
      ...(counts.bad > 0 ? { exitCode: 2 } : {}),
    };
  }

  @Option({ flags: '--dry-run', description: 'only say what would be done' })
  parseDryRun(): boolean {
    return true;
  }
}
