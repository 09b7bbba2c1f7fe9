import { SubCommand } from 'nest-commander';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import type * as Checking from './check/check-account';
import type { Finding } from './check/finding';
import { checkServers } from './check-servers';
import { findAccount } from './find-account';

interface Checked {
  readonly address: string;
  readonly checks: readonly Finding[];
}

@SubCommand({
  name: 'check',
  arguments: '[address]',
  description: 'try the servers, folders and DNS records of one mailbox, or of all',
})
export class AccountCheckCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([address]: readonly string[]): Promise<Answer> {
    const checked = await this.check(address);
    const isWrong = checked.some(({ checks }) => checks.some(({ state }) => state === 'wrong'));
    return { text: checked.map(inWords).join('\n'), json: checked, ...(isWrong ? { exitCode: 2 } : {}) };
  }

  private async check(address: string | undefined): Promise<Checked[]> {
    const { accounts, settings } = await this.installation.open();
    const found = address === undefined ? await accounts.all() : [await findAccount(accounts, address)];
    if (found.length === 0) {
      throw new Mistake('There is no mailbox yet; `sales-agent account add --help` says how to add one.');
    }
    for (const account of found) checkServers(account, settings);
    const credentials = new MailCredentials(accounts);
    return Promise.all(
      found.map(async (account: MailAccount) => {
        const checks = await loadChecking().checkAccount(account, credentials.of(account), settings);
        await accounts.recordChecks(account._id, checks);
        return { address: account.address, checks };
      }),
    );
  }
}

function inWords({ address, checks }: Checked): string {
  return [address, ...checks.map(({ name, state, said }) => `  ${state.padEnd(7)}  ${TITLES[name]}: ${said}`)].join(
    '\n',
  );
}

const TITLES: Readonly<Record<Finding['name'], string>> = {
  smtp: 'SMTP',
  imap: 'IMAP',
  idle: 'IDLE',
  folders: 'folders',
  clock: 'clock',
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
};

/** Only this command needs the mail clients. */
function loadChecking(): typeof Checking {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./check/check-account') as typeof Checking;
}
