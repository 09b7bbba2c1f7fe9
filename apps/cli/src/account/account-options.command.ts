import { Option } from 'nest-commander';
import { oneOf } from '../arguments/one-of';
import { oneLine } from '../arguments/one-line';
import { AnsweringCommand } from '../command-line/answering.command';
import { fingerprint } from './fingerprint';
import type { LoginOptions } from './read-login';
import { tokenUrl } from './token-url';

/** The options that adding an account and changing one have in common. */
export interface AccountOptions extends LoginOptions {
  readonly fingerprint?: readonly string[];
  readonly dkimSelector?: string;
  readonly keepsSent?: boolean;
}

export abstract class AccountOptionsCommand<Options extends AccountOptions> extends AnsweringCommand<Options> {
  @Option({ flags: '--password-file <file>', description: 'a file with the password, or - for standard input' })
  parsePasswordFile(path: string): string {
    return path;
  }

  @Option({ flags: '--oauth-token-url <url>', description: 'where access tokens come from, instead of a password' })
  parseOauthTokenUrl(url: string): string {
    return tokenUrl(url);
  }

  @Option({ flags: '--oauth-client-id <id>', description: 'what the provider calls this installation' })
  parseOauthClientId(id: string): string {
    return oneLine('--oauth-client-id', id);
  }

  @Option({ flags: '--oauth-client-secret-file <file>', description: 'a file with its secret, if it has one, or -' })
  parseOauthClientSecretFile(path: string): string {
    return path;
  }

  @Option({ flags: '--oauth-refresh-token-file <file>', description: 'a file with the refresh token, or -' })
  parseOauthRefreshTokenFile(path: string): string {
    return path;
  }

  @Option({
    flags: '--fingerprint <hex>',
    description: 'SHA-256 of a certificate to trust besides valid ones; may be given several times',
  })
  parseFingerprint(given: string, before: readonly string[] = []): readonly string[] {
    return [...before, fingerprint(given)];
  }

  @Option({ flags: '--dkim-selector <name>', description: 'the name its DKIM key is published under' })
  parseDkimSelector(name: string): string {
    return oneLine('--dkim-selector', name).toLowerCase();
  }

  @Option({
    flags: '--keeps-sent <yes|no>',
    description: 'whether the provider itself puts what is sent into the folder of sent mail, if not known',
  })
  parseKeepsSent(given: string): boolean {
    return oneOf('--keeps-sent', ['yes', 'no'], given) === 'yes';
  }
}
