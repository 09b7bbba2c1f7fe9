import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { loadRekey } from './rekey/load-rekey';

@SubCommand({
  name: 'rekey',
  description: 'seal the secrets of all mailboxes with a new key; the services are stopped',
})
export class AccountRekeyCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(): Promise<Answer> {
    const installation = await this.installation.open();
    const accounts = await loadRekey().rekeyAccounts(installation);
    const { keyFile } = installation.settings;
    return {
      text: `Sealed the secrets of ${String(accounts)} mailbox${accounts === 1 ? '' : 'es'} with a new key; keep a copy of ${keyFile} elsewhere, then start the services.`,
      json: { accounts, keyFile },
    };
  }
}
