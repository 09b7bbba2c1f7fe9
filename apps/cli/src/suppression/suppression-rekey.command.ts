import { SubCommand } from 'nest-commander';
import { loadRekey } from '../account/rekey/load-rekey';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';

@SubCommand({ name: 'rekey', description: 'add a key to the ledger, for what is new; the services are stopped' })
export class SuppressionRekeyCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(): Promise<Answer> {
    const installation = await this.installation.open();
    await loadRekey().rekeyLedger(installation);
    const { keyFile } = installation.settings;
    return {
      text: `Added a key; every stop of before is still known by its old one. Keep a copy of ${keyFile} elsewhere, then start the services.`,
      json: { keyFile },
    };
  }
}
