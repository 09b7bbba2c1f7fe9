import { Option, SubCommand } from 'nest-commander';
import type { MailSecurity } from '@app/persistence/accounts/account.schema';
import type { AccountChange } from '@app/persistence/accounts/account.store';
import { oneOf } from '../arguments/one-of';
import { serverAddress, type ServerAddress } from '../arguments/server-address';
import type { Answer } from '../command-line/answer';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { AccountOptionsCommand, type AccountOptions } from './account-options.command';
import { checkServers } from './check-servers';
import { findAccount } from './find-account';
import { isKnownToKeepSent } from './keeps-sent';
import { readLogin } from './read-login';

interface Options extends AccountOptions {
  readonly smtp?: ServerAddress;
  readonly imap?: ServerAddress;
  readonly security?: MailSecurity;
  readonly user?: string;
}

@SubCommand({
  name: 'update',
  arguments: '<address>',
  description: 'change a mailbox; with another login a paused one writes again',
})
export class AccountUpdateCommand extends AccountOptionsCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([address = '']: readonly string[], options: Options): Promise<Answer> {
    const { settings, accounts } = await this.installation.open();
    const account = await findAccount(accounts, address);
    const login = await readLogin(options, accounts.oauthOf(account));
    const change: AccountChange = { ...settingsIn(options), ...(login === undefined ? {} : { login }) };
    if (Object.keys(change).length === 0) {
      throw new Mistake('Name what to change; `sales-agent account update --help` lists it.');
    }
    checkServers({ ...account, ...change }, settings);
    const { _id: id } = account;
    const resumed = (await accounts.update(id, change)) === 'resumed';
    return {
      text:
        `Changed ${account.address}${resumed ? ', which writes again' : ''}; ` +
        `\`sales-agent account check ${account.address}\` tries it.`,
      json: { id, address: account.address, resumed },
    };
  }

  @Option({ flags: '--smtp <host:port>', description: 'where its mail goes out' })
  parseSmtp(server: string): ServerAddress {
    return serverAddress(server);
  }

  @Option({ flags: '--imap <host:port>', description: 'where its mail comes in' })
  parseImap(server: string): ServerAddress {
    return serverAddress(server);
  }

  @Option({ flags: '--security <kind>', description: 'tls, starttls, or none on this machine' })
  parseSecurity(kind: string): MailSecurity {
    return oneOf('--security', ['tls', 'starttls', 'none'], kind);
  }

  @Option({ flags: '--user <name>', description: 'the name it logs in with' })
  parseUser(name: string): string {
    return name;
  }
}

function settingsIn(options: Options): AccountChange {
  const { smtp, imap, security, user, fingerprint: fingerprints, dkimSelector } = options;
  const keepsSent = options.keepsSent ?? (smtp && isKnownToKeepSent(smtp));
  return {
    ...(smtp && { smtp }),
    ...(imap && { imap }),
    ...(security && { security }),
    ...(user !== undefined && { user }),
    ...(fingerprints && { fingerprints }),
    ...(dkimSelector !== undefined && { dkimSelector }),
    ...(keepsSent !== undefined && { keepsSent }),
  };
}
