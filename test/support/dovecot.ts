import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { MailAccount } from '../../tools/peers/src/mail/imap-mailbox';
import { dieWithThisProcess } from '../../tools/peers/src/system/die-with-this-process';
import { freePort } from '../../tools/peers/src/system/free-port';
import { isListening } from '../../tools/peers/src/system/is-listening';
import type { Certified } from './certificates';
import { dovecotConfig, dovecotOAuthConfig } from './dovecot-config';

const START_LIMIT_MS = 10_000;

/** A real IMAP server on 127.0.0.1 with the accounts it was started with. */
export interface Dovecot {
  readonly imapPort: number;
  readonly lmtpPort: number;
  /** For TLS from the first byte; 0 where it has no certificate. */
  readonly imapsPort: number;
  /** Puts a mail into the account's INBOX, by LMTP. */
  deliver(raw: Buffer | string, to: string): Promise<void>;
  /** The folder on disk that the account's INBOX is, a Maildir. */
  maildirOf(address: string): string;
  /** Loses what it knows of the INBOX besides its mails: their UIDs are given anew under another UIDVALIDITY. */
  forgetUids(address: string): Promise<void>;
  /** Ends every session of the account at once. */
  kick(address: string): void;
  stop(): Promise<void>;
}

/** Why the Dovecot that our configuration is written for cannot be started here, and what to do about it; null when it can. */
export function dovecotLacks(): string | null {
  const { stdout } = spawnSync('dovecot', ['--version'], { encoding: 'utf8', env: programsOfRoot() });
  const isHere = typeof stdout === 'string' && stdout.startsWith('2.3.');
  return isHere ? null : 'Dovecot 2.3 is not here; apt-get install dovecot-imapd dovecot-lmtpd';
}

interface DovecotRequest {
  readonly accounts: readonly MailAccount[];
  /** With one, it lets nobody in without TLS. */
  readonly certificate?: Certified;
  /** With one, its accounts log in with access tokens instead of passwords. */
  readonly tokenInfoUrl?: string;
  /** What it says it can do, as in `IMAP4rev1 IDLE`, where that is not all it can. */
  readonly capability?: string;
}

/** Starts Dovecot without privileges in a folder of its own, with all mailboxes empty. */
export async function startDovecot({
  accounts,
  certificate,
  tokenInfoUrl,
  capability,
}: DovecotRequest): Promise<Dovecot> {
  const user = unprivilegedUser();
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  await chown(folder, user.uid, user.gid);
  const [imapPort, lmtpPort, imapsPort] = [await freePort(), await freePort(), certificate ? await freePort() : 0];
  const configFile = join(folder, 'dovecot.conf');
  await writeFile(
    join(folder, 'users'),
    accounts.map((one) => `${one.address}:{PLAIN}${one.password}::::::\n`).join(''),
  );
  const tls = certificate ? { imapsPort, certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') } : null;
  if (certificate && tls) {
    await writeFile(tls.certFile, certificate.cert);
    await writeFile(tls.keyFile, certificate.key);
  }
  if (tokenInfoUrl !== undefined) await writeFile(join(folder, 'oauth2.conf'), dovecotOAuthConfig(tokenInfoUrl));
  const place = {
    folder,
    user,
    imapPort,
    lmtpPort,
    tls,
    tokenInfoUrl: tokenInfoUrl ?? null,
    capability: capability ?? null,
  };
  await writeFile(configFile, dovecotConfig(place));

  const options = { uid: user.uid, gid: user.gid, env: programsOfRoot() };
  const child = spawn('dovecot', ['-F', '-c', configFile], { ...options, stdio: 'ignore', detached: true });
  const bond = dieWithThisProcess(child.pid, folder);
  const ended = once(child, 'exit');
  for (const port of [imapPort, lmtpPort]) await untilListening(port, join(folder, 'dovecot.log'));

  const lmtp = createTransport({ host: '127.0.0.1', port: lmtpPort, lmtp: true, ignoreTLS: true });
  return {
    imapPort,
    lmtpPort,
    imapsPort,
    async deliver(raw, to) {
      await lmtp.sendMail({ envelope: { from: 'peer@outside.test', to }, raw });
    },
    async forgetUids(address) {
      const maildir = join(folder, 'mail', address, 'Maildir');
      const files = (await readdir(maildir)).filter((name) => name.startsWith('dovecot'));
      await Promise.all(files.map((name) => rm(join(maildir, name))));
    },
    maildirOf: (address) => join(folder, 'mail', address, 'Maildir'),
    kick(address) {
      spawnSync('doveadm', ['-c', configFile, 'kick', address], options);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      bond.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps servers where the PATH of an ordinary user does not look. */
function programsOfRoot(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };
}

/** Who Dovecot runs as: whoever runs the tests, or nobody when that is root. */
function unprivilegedUser() {
  const name = idOf('-un') === 'root' ? 'nobody' : idOf('-un');
  return { name, group: idOf('-gn', name), uid: Number(idOf('-u', name)), gid: Number(idOf('-g', name)) };
}

function idOf(...args: string[]): string {
  return spawnSync('id', args, { encoding: 'utf8' }).stdout.trim();
}

async function untilListening(port: number, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    if (await isListening(port)) return;
    await pause(20);
  }
  throw new Error(`dovecot does not listen: ${await readFile(logFile, 'utf8').catch(() => 'no log')}`);
}
