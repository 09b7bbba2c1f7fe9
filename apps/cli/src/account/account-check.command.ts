import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { checkServers } from './check-servers';
import type * as LogIn from './log-in';
import type { Logins } from './log-in';

@SubCommand({ name: 'check', arguments: '[address]', description: 'log in to the servers of one mailbox, or of all' })
export class AccountCheckCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([address]: readonly string[]): Promise<Answer> {
    const checked = await this.check(address);
    const lines = checked.flatMap(({ address: of, smtp, imap }) => [of, line('SMTP', smtp), line('IMAP', imap)]);
    const allRight = checked.every(({ smtp, imap }) => smtp.ok && imap.ok);
    return { text: lines.join('\n'), json: checked, ...(allRight ? {} : { exitCode: 2 }) };
  }

  private async check(address: string | undefined): Promise<(Logins & { readonly address: string })[]> {
    const { accounts, settings } = await this.installation.open();
    const found = address === undefined ? await accounts.all() : [await accounts.findByAddress(address)];
    const standing = found.filter((account) => account !== null);
    if (standing.length === 0) {
      const what = address === undefined ? 'There is no mailbox yet' : `${address} is none of our mailboxes`;
      throw new Mistake(`${what}; \`sales-agent account add --help\` says how to add one.`);
    }
    for (const account of standing) checkServers(account, settings);
    return Promise.all(
      standing.map(async (account) => {
        const logins = await loadLogIn().logIn(account, accounts.passwordOf(account));
        return { address: account.address, ...logins };
      }),
    );
  }
}

function line(protocol: string, { ok, said }: { readonly ok: boolean; readonly said: string }): string {
  return `  ${ok ? 'right' : 'wrong'}  ${protocol}: ${said}`;
}

/** Only this command needs the mail clients. */
function loadLogIn(): typeof LogIn {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./log-in') as typeof LogIn;
}
