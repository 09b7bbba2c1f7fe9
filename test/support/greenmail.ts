import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { MailAccount } from '../../tools/peers/src/mail/imap-mailbox';
import { dieWithThisProcess } from '../../tools/peers/src/system/die-with-this-process';
import { freePort } from '../../tools/peers/src/system/free-port';
import { isListening } from '../../tools/peers/src/system/is-listening';

const START_LIMIT_MS = 30_000;
const JAR = 'greenmail-standalone-2.1.13.jar';

/** A mail server written in Java, on 127.0.0.1: another reading of the IMAP standard, without STARTTLS and CONDSTORE. */
export interface GreenMail {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** Puts a mail into the account's INBOX, by SMTP. */
  deliver(raw: Buffer | string, to: string): Promise<void>;
  stop(): Promise<void>;
}

/** Why GreenMail cannot be started here, and what to do about it; null when it can. */
export function greenMailLacks(): string | null {
  if (spawnSync('java', ['-version']).status !== 0) return 'Java is not here; apt-get install default-jre-headless';
  if (existsSync(jarFile())) return null;
  const fetching = 'mvn dependency:copy -Dartifact=com.icegreen:greenmail-standalone:2.1.13';
  return `${jarFile()} is not here; ${fetching} -DoutputDirectory=${cacheFolder()}`;
}

/** Starts GreenMail, with all mailboxes empty. */
export async function startGreenMail({ accounts }: { readonly accounts: readonly MailAccount[] }): Promise<GreenMail> {
  const [imapPort, smtpPort] = [await freePort(), await freePort()];
  const users = accounts.map(({ address, password }) => address.replace('@', `:${password}@`));
  const settings = {
    hostname: '127.0.0.1',
    'smtp.port': smtpPort,
    'smtp.hostname': '127.0.0.1',
    'imap.port': imapPort,
    'imap.hostname': '127.0.0.1',
    users: users.join(','),
    'users.login': 'email',
  };
  const given = Object.entries(settings).map(([name, value]) => `-Dgreenmail.${name}=${String(value)}`);
  const child = spawn('java', [...SMALL, ...given, '-jar', jarFile()], { stdio: 'ignore' });
  const bond = dieWithThisProcess(child.pid, undefined);
  const ended = once(child, 'exit');
  for (const port of [imapPort, smtpPort]) await untilListening(port);

  const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  return {
    imapPort,
    smtpPort,
    async deliver(raw, to) {
      await smtp.sendMail({ envelope: { from: 'peer@outside.test', to }, raw });
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      bond.release();
    },
  };
}

/** It starts in two seconds, and does with 256 MB. */
const SMALL = ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m'];

function jarFile(): string {
  return join(cacheFolder(), JAR);
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sales-agent');
}

async function untilListening(port: number): Promise<void> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    if (await isListening(port)) return;
    await pause(50);
  }
  throw new Error('GreenMail does not listen');
}
