import { SubCommand } from 'nest-commander';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { serverInWords } from '../arguments/server-address';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { table } from '../text/table';

@SubCommand({ name: 'list', description: 'every mailbox we write from' })
export class AccountListCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(): Promise<Answer> {
    const accounts = await (await this.installation.open()).accounts.all();
    const headings = ['address', 'product', 'user', 'smtp', 'imap', 'security'];
    return {
      text:
        accounts.length > 0
          ? table(headings, accounts.map(row))
          : 'No mailbox yet; `sales-agent account add --help` says how to add one.',
      json: accounts.map(withoutPassword),
    };
  }
}

function row({ address, productId, user, smtp, imap, security }: MailAccount): string[] {
  return [address, productId, user, serverInWords(smtp), serverInWords(imap), security];
}

function withoutPassword({ _id: id, productId: product, password: _password, ...rest }: MailAccount): object {
  return { id, product, ...rest };
}
