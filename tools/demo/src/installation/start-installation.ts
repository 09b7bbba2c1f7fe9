import { mkdir } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { ClockStore } from '@app/persistence/clock/clock.store';
import { Database } from '@app/persistence/database';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { startReplicaSet } from '@app/peers/mongo/resolve-replica-set';
import type { Product } from '@app/product/product';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { makeKeyFile } from '../../../../apps/cli/src/init/make-key-file';
import { ACCOUNT } from '../cast';
import type { ChosenModel } from '../choices';
import type { Ending } from '../ending';
import { OutsideMailbox } from '../mail/outside-mailbox';
import type { Closing } from './closing';
import { DatabaseNews } from './database-news';
import { DemoClock } from './demo-clock';
import { loadSample } from './load-sample';
import { hostEnvironment, serviceEnvironment, type DemoSettings } from './service-environment';
import { startService } from './service-process';

/** Everything a demo is played with: a database, two services over it, a mail server, and business time. */
export interface Installation {
  readonly settings: DemoSettings;
  readonly db: Database;
  readonly keys: KeyRing;
  readonly product: Product;
  readonly clock: DemoClock;
  readonly mail: EmbeddedMail;
  readonly mailbox: OutsideMailbox;
  readonly news: DatabaseNews;
}

export interface InstallationRequest {
  /** The project, which holds dist/ and products/. */
  readonly project: string;
  /** Where logs, keys and mails are kept, and the services run. */
  readonly folder: string;
  /** Where the database is kept; nowhere when left out. */
  readonly dataFolder?: string;
  readonly databaseName: string;
  /** The language model to ask where the agent is not sure; null for none. */
  readonly llm: ChosenModel | null;
  /** Whether the model may draft answers too. */
  readonly modelWrites: boolean;
  /** The business time to begin at, from the one that stands. */
  readonly beginAt: (now: Date, product: Product['settings']) => Date;
  readonly ending: Ending;
  /** Takes note of how each part is closed, in order. */
  readonly closing: Closing;
  readonly whileDoing: (what: string) => void;
}

/** Starts the parts one after the other; the agent can write and read as soon as this returns. */
export async function startInstallation(request: InstallationRequest): Promise<Installation> {
  const { folder, ending, closing } = request;
  const logs = join(folder, 'logs');
  await mkdir(logs, { recursive: true });

  request.whileDoing('Starting a database (the first time, one may have to be downloaded)');
  const mongodbUri = await startDatabase(request, join(logs, 'database.log'));
  const settings = { mongodbUri, mongodbDatabase: request.databaseName, keyFile: join(folder, 'keys.json') };
  ending.signal.throwIfAborted();

  request.whileDoing('Loading the sample product');
  const db = await connect(settings, request);
  await makeKeyFile(settings.keyFile);
  const keys = readKeyFile(settings.keyFile);
  const mailbox = await OutsideMailbox.open(join(folder, 'mails'));
  const { address, password } = ACCOUNT;
  const mail = await startEmbeddedMail({
    accounts: [{ address, password }],
    onMail: (accepted) => {
      mailbox.take(accepted);
    },
  });
  closing.add(() => mail.stop());
  const clock = await DemoClock.of(new ClockStore(db));
  const productFolder = join(request.project, 'products', 'otzyvy');
  const model = { name: request.llm?.name ?? '', writesAnswers: request.modelWrites };
  const product = await loadSample({ db, keys, mail, productFolder, now: clock.now(), model });
  const beginAt = request.beginAt(clock.now(), product.settings);
  if (Math.abs(beginAt.getTime() - clock.now().getTime()) > 1000) await clock.moveTo(beginAt);

  request.whileDoing(`Starting sales-brain and mail-gateway${request.llm ? ', and llm-host' : ''}`);
  const news = followNews(settings, db, request);
  await startServices(settings, logs, request);
  await news.until('the mailbox to be read', async () => db.cursors.exists({ uidValidity: { $ne: '' } }));
  return { settings, db, keys, product, clock, mail, mailbox, news };
}

async function startDatabase({ dataFolder, closing }: InstallationRequest, logFile: string): Promise<string> {
  const report = (line: string): void => {
    appendFileSync(logFile, `${line}\n`);
  };
  const replicaSet = await startReplicaSet({ report, ...(dataFolder === undefined ? {} : { dataFolder }) });
  closing.add(() => replicaSet.stop());
  return replicaSet.uri;
}

async function connect({ mongodbUri, mongodbDatabase }: DemoSettings, request: InstallationRequest): Promise<Database> {
  const connection = await mongoose
    .createConnection(mongodbUri, {
      dbName: mongodbDatabase,
      autoCreate: false,
      autoIndex: false,
      writeConcern: { w: 'majority' },
    })
    .asPromise();
  request.closing.add(async () => {
    // The server may be one that outlives us.
    if (request.dataFolder === undefined) await connection.dropDatabase();
    await connection.close();
  });
  return new Database(connection);
}

function followNews(settings: DemoSettings, db: Database, { ending, closing }: InstallationRequest): DatabaseNews {
  const news = new DatabaseNews(ending.signal);
  const enough = new AbortController();
  const following = news.follow(settings, db, enough.signal);
  closing.add(async () => {
    enough.abort();
    await following;
  });
  return news;
}

async function startServices(settings: DemoSettings, logs: string, request: InstallationRequest): Promise<void> {
  const environments = {
    'sales-brain': serviceEnvironment(settings),
    'mail-gateway': serviceEnvironment(settings),
    ...(request.llm ? { 'llm-host': hostEnvironment(settings, request.llm) } : {}),
  };
  const services = Object.entries(environments).map(([name, environment]) =>
    startService({
      name,
      main: join(request.project, 'dist', 'apps', name, 'main.js'),
      folder: request.folder,
      environment,
      logFile: join(logs, `${name}.log`),
      onDeath: (sentence) => {
        request.ending.because({ type: 'broken', sentence });
      },
    }),
  );
  request.closing.add(async () => {
    await Promise.all(services.map((service) => service.stop()));
  });
  await Promise.all(services.map(({ ready }) => ready));
  request.ending.signal.throwIfAborted();
}
