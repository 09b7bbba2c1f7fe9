import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { findAccount } from './find-account';

@SubCommand({ name: 'resume', arguments: '<address>', description: 'let a paused mailbox write again' })
export class AccountResumeCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[]): Promise<Answer> {
    const { accounts } = await this.installation.open();
    const { _id: id, address } = await findAccount(accounts, given);
    const resumed = (await accounts.resume(id)) === 'resumed';
    return {
      text: resumed ? `${address} writes again; the letters that waited leave now.` : `${address} was not paused.`,
      json: { id, address, resumed },
    };
  }
}
