import { reachDatabase } from '@app/persistence/reach-database';
import { loadEnvFile } from '@app/runtime/boot/load-env-file';
import { readBesideSettings } from '@app/runtime/config/beside-settings';
import type { Environment } from '@app/runtime/config/read-environment';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { readSettings } from '@app/runtime/config/settings';
import { errorWords } from '@app/runtime/error-words';
import { openWith } from '../installation/open-installation';
import { examineBots } from './examine-bots';
import { examineDatabase } from './examine-database';
import { examineInstallation } from './examine-installation';
import { examineModel } from './examine-model';
import { examineToken } from './examine-token';
import { right, wrong, type Finding } from './finding';

/** Examines everything the services need, as far as one thing does not hide the next. */
export async function examine(environment: Environment): Promise<Finding[]> {
  const settings = attempt('settings', () => readSettings(environment));
  if (!settings.value) return [settings.finding];
  const keys = attempt('keys', () => readKeyFile(settings.value.keyFile));
  const reached = await reachable(settings.value.mongodbUri);
  const beside = readBesideSettings(environment);
  const channels = await Promise.all([examineToken(beside), examineModel(beside)]);
  if (!keys.value || reached.state !== 'right') return [settings.finding, keys.finding, reached, ...channels];

  const installation = await openWith(settings.value, keys.value);
  try {
    const database = await examineDatabase(installation, keys.value);
    // What stands in a database of another version cannot be read.
    const isReadable = database.every(({ name, state }) => name !== 'database' || state === 'right');
    const rest = isReadable
      ? [...(await examineInstallation(installation)), ...(await examineBots(installation, beside))]
      : [];
    return [settings.finding, keys.finding, reached, ...database, ...rest, ...channels];
  } finally {
    await installation.close();
  }
}

/** The same for where the operator stands. */
export function examineHere(): Promise<Finding[]> {
  loadEnvFile();
  return examine(process.env);
}

type Attempt<T> =
  { readonly value: T; readonly finding: Finding } | { readonly value: undefined; readonly finding: Finding };

function attempt<T>(name: string, read: () => T): Attempt<T> {
  try {
    return { value: read(), finding: right(name, 'can be read.') };
  } catch (error) {
    return { value: undefined, finding: wrong(name, errorWords(error)) };
  }
}

async function reachable(uri: string): Promise<Finding> {
  try {
    await reachDatabase(uri);
    return right('MongoDB', 'answers, and lets us in.');
  } catch (error) {
    return wrong('MongoDB', errorWords(error));
  }
}
