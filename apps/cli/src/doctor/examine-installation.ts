import { LETTERS } from '@app/domain/letter';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { checkAccount } from '../account/check/check-account';
import type { OpenInstallation } from '../installation/open-installation';
import { right, unknown, wrong, type Finding } from './finding';

type Parts = Pick<OpenInstallation, 'db' | 'products' | 'accounts' | 'settings'>;

/** Examines what an installation sells, from where, and whether the services run. */
export async function examineInstallation(parts: Parts): Promise<Finding[]> {
  return [...(await products(parts)), ...(await accounts(parts)), ...(await services(parts)), journal(parts)];
}

async function products({ products: store }: Parts): Promise<Finding[]> {
  const ids = await store.ids();
  if (ids.length === 0) return [wrong('product', 'there is none; run `sales-agent product load FOLDER`.')];
  return Promise.all(ids.map((id) => product(store, id)));
}

async function product(store: Parts['products'], id: string): Promise<Finding> {
  const found = await store.find(id);
  const name = `product ${id}`;
  if (!found) return wrong(name, 'it was removed meanwhile.');
  const unwritten = LETTERS.filter((letter) =>
    LANGUAGES.some((language) => !(letter in found.templates[language].letters)),
  );
  if (unwritten.length > 0) {
    return wrong(name, `it lacks the letters ${unwritten.join(', ')}; write them, and load its folder again.`);
  }
  for (const file of found.files) {
    const content = await store.file(file.sha256).catch(() => null);
    if (content === null) return wrong(name, `its file ${file.name} is not stored; load its folder again.`);
  }
  return right(
    name,
    `${String(LETTERS.length)} letters in ${LANGUAGES.join(' and ')}, ${String(found.files.length)} files` +
      (found.settings.telegram.enabled ? '.' : '; it forbids Telegram (telegram.enabled).'),
  );
}

async function accounts({ accounts: store, products: sold, settings }: Parts): Promise<Finding[]> {
  const all = await store.all();
  if (all.length === 0) return [wrong('mailbox', 'there is none to write from; run `sales-agent account add`.')];
  const ids = await sold.ids();
  const credentials = new MailCredentials(store);
  const found = await Promise.all(
    all.map(async (account) => {
      const name = `mailbox ${account.address}`;
      const checks = await checkAccount(account, credentials.of(account), settings);
      return [
        ...(account.paused === null ? [] : [wrong(name, `paused: ${account.paused.because}`)]),
        ...(ids.includes(account.productId) ? [] : [wrong(name, `its product ${account.productId} is not loaded.`)]),
        ...checks.map((check) => ({ ...check, name: `${name}, ${check.name}` })),
      ];
    }),
  );
  return found.flat();
}

async function services({ db }: Parts): Promise<Finding[]> {
  const instances = new InstanceStore(db);
  return Promise.all(
    ['sales-brain', 'mail-gateway'].map(async (service) => {
      const alive = await instances.alive(service);
      if (alive.length === 0) return wrong(service, 'none runs; start one.');
      return right(service, `${String(alive.length)} run${alive.length === 1 ? 's' : ''}.`);
    }),
  );
}

function journal({ settings }: Parts): Finding {
  if (settings.ledgerJournal !== undefined) return right('journal', `stops are kept in ${settings.ledgerJournal} too.`);
  return unknown('journal', 'LEDGER_JOURNAL is not set here: an old backup that comes back may forget stops.');
}

const LANGUAGES = ['ru', 'en'] as const;
