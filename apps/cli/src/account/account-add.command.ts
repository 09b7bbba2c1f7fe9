import { randomUUID } from 'node:crypto';
import { Option, SubCommand } from 'nest-commander';
import type { MailSecurity } from '@app/persistence/accounts/account.schema';
import { emailAddress } from '../arguments/email-address';
import { oneOf } from '../arguments/one-of';
import { serverAddress, type ServerAddress } from '../arguments/server-address';
import type { Answer } from '../command-line/answer';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { checkProduct } from '../product/check-product';
import { AccountOptionsCommand, type AccountOptions } from './account-options.command';
import { checkServers } from './check-servers';
import { isKnownToKeepSent } from './keeps-sent';
import { readLogin } from './read-login';

interface Options extends AccountOptions {
  readonly product: string;
  readonly address: string;
  readonly smtp: ServerAddress;
  readonly imap: ServerAddress;
  readonly security: MailSecurity;
  readonly user: string;
  readonly plusAddressing?: boolean;
}

@SubCommand({ name: 'add', description: 'a mailbox to write from; `account check` tries it' })
export class AccountAddCommand extends AccountOptionsCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const { product: productId, address, smtp, imap, security, user, plusAddressing = false } = options;
    const { settings, products, accounts, clock } = await this.installation.open();
    checkServers({ smtp, imap, security }, settings);
    await checkProduct(products, productId);
    const login = await readLogin(options, null);
    if (login === undefined) throw new Mistake('Give --password-file, or the --oauth options, to log in with.');
    const id = randomUUID();
    const added = await accounts.add({
      ...{ _id: id, productId, address, user, smtp, imap, security, plusAddressing },
      fingerprints: options.fingerprint ?? [],
      dkimSelector: options.dkimSelector ?? null,
      keepsSent: options.keepsSent ?? isKnownToKeepSent(smtp),
      createdAt: clock.now(),
      ...login,
    });
    if (added === 'address-taken') {
      throw new Mistake(`${address} is added already; \`sales-agent account update ${address}\` changes it.`);
    }
    return {
      text: `Added ${address}; \`sales-agent account check ${address}\` tries it.`,
      json: { id, address },
    };
  }

  @Option({ flags: '--product <id>', description: 'the product that is sold from it (required)', required: true })
  parseProduct(id: string): string {
    return id;
  }

  @Option({ flags: '--address <address>', description: 'its e-mail address (required)', required: true })
  parseAddress(address: string): string {
    return emailAddress(address);
  }

  @Option({ flags: '--smtp <host:port>', description: 'where its mail goes out (required)', required: true })
  parseSmtp(server: string): ServerAddress {
    return serverAddress(server);
  }

  @Option({ flags: '--imap <host:port>', description: 'where its mail comes in (required)', required: true })
  parseImap(server: string): ServerAddress {
    return serverAddress(server);
  }

  @Option({
    flags: '--security <kind>',
    description: 'tls, starttls, or none on this machine (required)',
    required: true,
  })
  parseSecurity(kind: string): MailSecurity {
    return oneOf('--security', ['tls', 'starttls', 'none'], kind);
  }

  @Option({ flags: '--user <name>', description: 'the name it logs in with (required)', required: true })
  parseUser(name: string): string {
    return name;
  }

  @Option({ flags: '--plus-addressing', description: 'mail to name+anything@ arrives too' })
  parsePlusAddressing(): boolean {
    return true;
  }
}
