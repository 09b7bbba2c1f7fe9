import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';

const DATABASE = 'sales';
const SALES = 'sales@seller.test';
const ANNA = 'anna@example.com';
const SERVICES = ['sales-brain', 'mail-gateway', 'tg-gateway', 'cli'];
const CLI = join(__dirname, '..', 'dist/apps/cli/main.js');

const folder = mkdtempSync(join(tmpdir(), 'service-users-'));
let mongod: GuardedMongod;
let mail: EmbeddedMail;
let world: SalesWorld;

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  for (const service of SERVICES) writeFileSync(join(folder, service), `password of ${service}\n`);
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  const servers = { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) };
  world = await SalesWorld.open({ uri: mongod.uriOf(), name: DATABASE }, servers);
}, 90_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
  await mongod.stop();
  rmSync(folder, { recursive: true });
});

function uriOf(service: string): string {
  return mongod.uriOf(service, encodeURIComponent(`password of ${service}`), DATABASE);
}

async function agent(args: readonly string[], uri: string) {
  const keyFile = world.writeKeyFile(join(folder, 'keys.json'));
  const env = { MONGODB_URI: uri, MONGODB_DATABASE: DATABASE, KEY_FILE: keyFile, MAIL_LOOPBACK_ONLY: 'true' };
  const run = spawn(process.execPath, [CLI, ...args], { cwd: folder, env });
  const code = new Promise<number | null>((resolve) => run.on('close', resolve));
  const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)]);
  return { code: await code, out, err };
}

async function start(app: 'sales-brain' | 'mail-gateway') {
  Object.assign(world.settings, { mongodbUri: uriOf(app) });
  return world.startProcess(app);
}

async function write(words: string, file?: { readonly filename: string; readonly content: string }): Promise<void> {
  const attachments = file ? [file] : [];
  const letter = new MailComposer({ from: ANNA, to: SALES, subject: 'Re: Отзывы', text: words, attachments });
  mail.deliver(SALES, await letter.compile().build());
}

function mailTo(address: string): boolean {
  return mail.acceptedBySmtp().some(({ to }) => to.includes(address));
}

describe('an installation whose MongoDB asks who logs in', () => {
  it('gets its users from the files with their passwords, and shows none of these', async () => {
    const { code, out, err } = await agent(['init', '--passwords', folder], mongod.uriOf());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const service of SERVICES) expect(out).toContain(`${service} logs in as ${service} (authSource=${DATABASE}).`);
    expect(out).not.toContain('password of');
  });

  it('is prepared anew, as after an upgrade, by the user of the command line', async () => {
    expect(await agent(['init'], uriOf('cli'))).toMatchObject({ code: 0, err: '' });
  });

  it('tells who may not make users whom to ask', async () => {
    expect(await agent(['init', '--passwords', folder], uriOf('cli'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('userAdmin'),
    });
  });

  it('has a whole conversation, each service as its own user', async () => {
    const started = [await start('sales-brain'), await start('mail-gateway')];
    const contact = ['contact', 'add', '--product', 'otzyvy', '--name', 'Анна', '--company', 'Дом', '--language', 'ru'];
    const added = await agent([...contact, '--email', ANNA], uriOf('cli'));
    expect(added).toMatchObject({ code: 0, err: '' });
    await world.waitsForReply(ANNA);
    await write('Пришлите, пожалуйста, презентацию');
    await eventually('the answer', () => Promise.resolve(mail.acceptedBySmtp().length >= 2 || null), 20_000);
    await world.waitsForReply(ANNA);
    await write('Дайте доступ к демо', { filename: 'plan.txt', content: 'наш план' });
    await eventually('the demo', () => Promise.resolve(mail.acceptedBySmtp().length >= 3 || null), 20_000);
    await write('Пишите, пожалуйста, коллеге: vera@example.com');
    await eventually('the colleague', () => Promise.resolve(mailTo('vera@example.com') || null), 20_000);
    await write('Стоп, больше мне не пишите');
    await world.settledIn(await world.contactAt(ANNA), 'stopped');
    for (const command of [
      ['contact', 'show', ANNA],
      ['suppression', 'list'],
      ['account', 'list'],
      ['outbox', 'list'],
    ]) {
      expect(await agent(command, uriOf('cli'))).toMatchObject({ code: 0, err: '' });
    }
    expect(await agent(['contact', 'erase', ANNA, '--yes'], uriOf('cli'))).toMatchObject({ code: 0, err: '' });
    for (const service of started) {
      expect(service.log()).not.toMatch(/not authorized|Unauthorized/);
      await service.end('SIGTERM');
    }
  }, 90_000);
});
