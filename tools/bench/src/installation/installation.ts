import mongoose from 'mongoose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { startEmbeddedMail } from '@app/peers/mail/embedded-mail';
import { startReplicaSet } from '@app/peers/mongo/resolve-replica-set';
import { Database } from '@app/persistence/database';
import { agent, PROJECT, startService } from './services';

/** The one mailbox the product is sold from. */
export const ACCOUNT = { address: 'sales@seller.test', password: 'bench' };
export const PRODUCT = 'otzyvy';

/** A whole installation: MongoDB, a mail server in this process, a brain and a gateway each in their own. */
export interface Installation {
  readonly db: Database;
  readonly smtpPort: number;
  readonly mongod: string;
  /** Calls back as soon as SMTP has accepted the next mail to this address. */
  readonly onAccepted: (to: string, accepted: (mail: AcceptedMail) => void) => void;
  stop(): Promise<void>;
}

/** Starts it on a database of its own, prepared by the CLI as an operator would. */
export async function startInstallation(report: (line: string) => void): Promise<Installation> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const replicaSet = await startReplicaSet({ report: () => undefined });
    closing.push(() => replicaSet.stop());
    report(`MongoDB: ${replicaSet.how}`);
    // After MongoDB, so that it is removed before: a MongoDB that is being stopped keeps no process awake.
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    closing.push(() => rm(folder, { recursive: true }));

    const waiting = new Map<string, (mail: AcceptedMail) => void>();
    const onMail = (mail: AcceptedMail): void => {
      const [to = ''] = mail.to;
      const accepted = waiting.get(to);
      waiting.delete(to);
      accepted?.(mail);
    };
    const mail = await startEmbeddedMail({ accounts: [ACCOUNT], onMail });
    closing.push(() => mail.stop());

    const database = `bench_${process.pid}`;
    const connection = await mongoose
      .createConnection(replicaSet.uri, { dbName: database, autoCreate: false, autoIndex: false })
      .asPromise();
    closing.push(async () => {
      await connection.dropDatabase();
      await connection.close();
    });

    const env = {
      MONGODB_URI: replicaSet.uri,
      MONGODB_DATABASE: database,
      KEY_FILE: join(folder, 'keys.json'),
      MAIL_LOOPBACK_ONLY: 'true',
      LOG_LEVEL: 'log',
    };
    await agent(['init'], env);
    await agent(['product', 'load', join(PROJECT, 'products', PRODUCT)], env);
    const ports = { smtp: mail.smtpPort, imap: mail.imapPortOf(ACCOUNT.address) };
    await agent(accountAdd(ports), env, ACCOUNT.password);
    for (const name of ['sales-brain', 'mail-gateway'] as const) {
      const service = await startService(name, env);
      closing.push(() => service.stop());
    }
    report('sales-brain and mail-gateway are ready');

    return {
      db: new Database(connection),
      smtpPort: mail.smtpPort,
      mongod: String((await connection.getClient().db().admin().serverInfo())['version']),
      onAccepted: (to, accepted) => void waiting.set(to, accepted),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function accountAdd({ smtp, imap }: { readonly smtp: number; readonly imap: number }): string[] {
  const options = {
    product: PRODUCT,
    address: ACCOUNT.address,
    smtp: `127.0.0.1:${smtp}`,
    imap: `127.0.0.1:${imap}`,
    security: 'none',
    user: ACCOUNT.address,
    'password-file': '-',
  };
  return ['account', 'add', ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])];
}
