// Makes what an installation lacks, at its first start and after each upgrade; safe to run again and again.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formReplicaSet } from './form-replica-set.mjs';

const SERVICES = ['sales-brain', 'mail-gateway', 'tg-gateway', 'cli'];
const CLI = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist/apps/cli/main.js');

const { MONGODB_HOST: host, MONGODB_OWNER_PASSWORD: password, SECRETS: secrets, PRODUCT: product } = process.env;
const database = process.env.MONGODB_DATABASE || 'sales_agent';
if (!password) fail('MONGODB_OWNER_PASSWORD is empty; put a long random word there in .env.');

const ownerUri = await formReplicaSet(host, password).catch((error) => fail(error.message));
const folder = mkdtempSync(join(tmpdir(), 'passwords-'));
try {
  for (const service of SERVICES) writeFileSync(join(folder, service), passwordOf(service), { mode: 0o600 });
  agent(['init', '--passwords', folder]);
  if (product && existsSync(join(product, 'product.yaml'))) agent(['product', 'load', product]);
} finally {
  rmSync(folder, { recursive: true });
}

/** The password in the address a service already has, else a new one that it gets in such an address. */
function passwordOf(service) {
  const file = join(secrets, service, 'mongodb-uri');
  if (existsSync(file)) return decodeURIComponent(new URL(readFileSync(file, 'utf8').trim()).password);
  const made = randomBytes(24).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `mongodb://${service}:${made}@${host}/?replicaSet=rs0&authSource=${database}\n`, {
    mode: 0o600,
  });
  renameSync(`${file}.new`, file);
  return made;
}

function agent(args) {
  const env = { ...process.env, MONGODB_URI: ownerUri, MONGODB_URI_FILE: '' };
  const { status } = spawnSync(process.execPath, [CLI, ...args], { env, stdio: 'inherit' });
  if (status !== 0) fail(`sales-agent ${args.join(' ')} did not succeed.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
