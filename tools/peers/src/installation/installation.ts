import mongoose from 'mongoose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextWorkingMoment } from '@app/domain/working-time';
import { ClockStore } from '@app/persistence/clock/clock.store';
import { Database } from '@app/persistence/database';
import { rulesOf } from '@app/product/rules-of';
import type { AcceptedMail } from '../mail/accepted-mail';
import { startEmbeddedMail, type EmbeddedMail } from '../mail/embedded-mail';
import { startReplicaSet } from '../mongo/resolve-replica-set';
import type { RunningReplicaSet } from '../mongo/running-replica-set';
import { agent, PROJECT, type Environment } from './built-services';
import { copyLoosened } from './loosened-product';

export const PRODUCT = 'otzyvy';

/** A whole installation but for its services: MongoDB, a mail server in this process, the sample product, accounts. */
export interface Installation {
  readonly db: Database;
  readonly mail: EmbeddedMail;
  /** Version of the server. */
  readonly mongod: string;
  /** What a service or the CLI is started with. */
  readonly env: Environment;
  /** Business time. */
  readonly now: () => Date;
  /** Moves business time on to the first working moment at or after this one. */
  readonly moveOnTo: (moment: Date) => Promise<void>;
  /** What is to be stopped before the rest, last first. */
  closeFirst(close: () => Promise<unknown>): void;
  stop(): Promise<void>;
}

export interface InstallationRequest {
  /** Begins the names of its database and its folder. */
  readonly name: string;
  /** The mailboxes the product is sold from; each one's password is `password`. */
  readonly addresses: readonly string[];
  readonly password: string;
  readonly onMail: (mail: AcceptedMail) => void;
  readonly report: (line: string) => void;
  /** The MongoDB to use, stopped with the rest; one of its own when left out. */
  readonly replicaSet?: RunningReplicaSet;
  /** The port by which the services reach a port of the mail server; that port itself when left out. */
  readonly wayTo?: (port: number, protocol: MailProtocol) => Promise<number>;
}

export type MailProtocol = 'smtp' | 'imap';

/**
 * Starts it on a database of its own, prepared by the CLI as an operator would. The product's letters know neither
 * caps nor nights there, and business time begins on a working day.
 */
export async function startInstallation(request: InstallationRequest): Promise<Installation> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await start(request, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { name, addresses, password, onMail, report, replicaSet: given, wayTo = directly }: InstallationRequest,
  closing: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Installation> {
  const replicaSet = given ?? (await startReplicaSet({ report: () => undefined }));
  closing.push(() => replicaSet.stop());
  report(`MongoDB: ${replicaSet.how}`);
  // After MongoDB, so that it is removed before: a MongoDB that is being stopped keeps no process awake.
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  closing.push(() => rm(folder, { recursive: true }));
  const mail = await startEmbeddedMail({ accounts: addresses.map((address) => ({ address, password })), onMail });
  closing.push(() => mail.stop());

  const database = `${name}_${process.pid}`;
  const connection = await mongoose
    .createConnection(replicaSet.uri, { dbName: database, autoCreate: false, autoIndex: false })
    .asPromise();
  closing.push(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  const env: Environment = {
    MONGODB_URI: replicaSet.uri,
    MONGODB_DATABASE: database,
    KEY_FILE: join(folder, 'keys.json'),
    MAIL_LOOPBACK_ONLY: 'true',
    MOVABLE_CLOCK: 'true',
    LOG_LEVEL: 'log',
  };
  await agent(['init'], env);
  const product = join(folder, PRODUCT);
  await copyLoosened(join(PROJECT, 'products', PRODUCT), product);
  await agent(['product', 'load', product], env);
  const smtp = await wayTo(mail.smtpPort, 'smtp');
  for (const address of addresses) {
    const imap = await wayTo(mail.imapPortOf(address), 'imap');
    await agent(accountAdd(address, { smtp, imap }), env, password);
  }

  const db = new Database(connection);
  const clock = new ClockStore(db);
  let aheadMs = 0;
  const now = (): Date => new Date(Date.now() + aheadMs);
  const moveOnTo = async (moment: Date): Promise<void> => {
    const loaded = await db.products.findById(PRODUCT).lean();
    if (!loaded) throw new Error(`the product ${PRODUCT} is not loaded`);
    await clock.moveTo(nextWorkingMoment(moment, rulesOf(loaded, { timeZone: null }, moment)));
    aheadMs = await clock.aheadMs();
  };
  await moveOnTo(now());
  const mongod = String((await connection.getClient().db().admin().serverInfo())['version']);
  return { db, mail, mongod, env, now, moveOnTo, closeFirst: (close) => void closing.push(close), stop };
}

function directly(port: number): Promise<number> {
  return Promise.resolve(port);
}

function accountAdd(address: string, { smtp, imap }: Readonly<Record<MailProtocol, number>>): string[] {
  const options = {
    product: PRODUCT,
    address,
    smtp: `127.0.0.1:${smtp}`,
    imap: `127.0.0.1:${imap}`,
    security: 'none',
    user: address,
    'password-file': '-',
  };
  return ['account', 'add', ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])];
}
