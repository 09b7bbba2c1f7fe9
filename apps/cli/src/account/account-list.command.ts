import { SubCommand } from 'nest-commander';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { serverInWords } from '../arguments/server-address';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { checksInShort } from './checks-in-short';

@SubCommand({ name: 'list', description: 'every mailbox we write from, and why one is paused' })
export class AccountListCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(): Promise<Answer> {
    const accounts = await (await this.installation.open()).accounts.all();
    const headings = ['address', 'product', 'user', 'smtp', 'imap', 'security', 'login', 'keeps sent', 'checks'];
    return {
      text:
        accounts.length > 0
          ? [table(headings, accounts.map(row)), ...accounts.flatMap(pauseInWords)].join('\n')
          : 'No mailbox yet; `sales-agent account add --help` says how to add one.',
      json: accounts.map(withoutSecrets),
    };
  }
}

function row({ address, productId, user, smtp, imap, security, oauth, keepsSent, checks }: MailAccount): string[] {
  const login = oauth === null ? 'password' : 'oauth';
  const sent = keepsSent ? 'provider' : 'agent';
  return [
    address,
    productId,
    user,
    serverInWords(smtp),
    serverInWords(imap),
    security,
    login,
    sent,
    checksInShort(checks),
  ];
}

function pauseInWords({ address, paused }: MailAccount): string[] {
  if (paused === null) return [];
  const since = momentInWords(paused.at);
  return [
    `${address} is paused since ${since}, its letters wait: ${paused.because}.`,
    `  When that is put right: \`sales-agent account resume ${address}\`.`,
  ];
}

function withoutSecrets({ _id: id, productId: product, password: _password, oauth, ...rest }: MailAccount): object {
  return { id, product, oauth: oauth && { tokenUrl: oauth.tokenUrl, clientId: oauth.clientId }, ...rest };
}
