import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { testDatabase } from './support/test-database';

const ROOT = join(__dirname, '..');
const CLI = join(ROOT, 'dist/apps/cli/main.js');
const BRAIN = join(ROOT, 'dist/apps/sales-brain/main.js');
const MAIL = 'From: anna@dom.example\r\nTo: sales@seller.test\r\nSubject: Re: Reviews\r\n\r\nSend the deck.\r\n';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

// Each command is a process of its own.
jest.setTimeout(180_000);

describe('the operator', () => {
  const { uri, name } = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const keyFile = join(folder, 'keys.json');
  const account = { address: 'sales@seller.test', password: 'pass word ' };
  let mail: EmbeddedMail;
  let brain: ChildProcess | undefined;
  let queued: Promise<Ended>;

  /** Runs the command in a folder whose `.env` names the test's database; `given` is written to standard input. */
  async function agent(args: readonly string[], given = '', env: NodeJS.ProcessEnv = {}, cwd = folder): Promise<Ended> {
    const run = spawn(process.execPath, [CLI, ...args], { cwd, env });
    const code = new Promise<number | null>((resolve) => run.on('close', resolve));
    run.stdin.on('error', () => undefined).end(given);
    const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)]);
    return { code: await code, out, err };
  }

  async function json(args: readonly string[], given = ''): Promise<ReturnType<typeof JSON.parse>> {
    const { code, out, err } = await agent([...args, '--json'], given);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${err}`);
    return JSON.parse(out);
  }

  function add(email: string): string[] {
    return words(`contact add --product otzyvy --name Анна --company Дом --email ${email} --language ru`);
  }

  function accountAdd(change: Readonly<Record<string, string>> = {}): string[] {
    const options = {
      product: 'otzyvy',
      address: account.address,
      smtp: `127.0.0.1:${String(mail.smtpPort)}`,
      imap: `127.0.0.1:${String(mail.imapPortOf(account.address))}`,
      security: 'none',
      user: account.address,
      'password-file': '-',
      ...change,
    };
    return ['account', 'add', ...Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])];
  }

  beforeAll(async () => {
    if (!existsSync(CLI) || !existsSync(BRAIN)) throw new Error('Build first: npm run build');
    const lines = [`MONGODB_URI=${uri}`, `MONGODB_DATABASE=${name}`, `KEY_FILE=${keyFile}`, 'MAIL_LOOPBACK_ONLY=true'];
    writeFileSync(join(folder, '.env'), lines.join('\n'));
    mail = await startEmbeddedMail({ accounts: [account] });
  });

  afterAll(async () => {
    brain?.kill();
    await mail.stop();
    rmSync(folder, { recursive: true });
  });

  it('prepares an installation once, and may say so again', async () => {
    expect(await json(['init'])).toMatchObject({ database: name, keyFile, keyFileMade: true });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const keys = readFileSync(keyFile, 'utf8');

    const again = await agent(['init']);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out.trim().split('\n')).toHaveLength(3);
    expect(readFileSync(keyFile, 'utf8')).toBe(keys);
  });

  it('loads a product, and sees it', async () => {
    const loaded = await json(['product', 'load', join(ROOT, 'products/otzyvy')]);
    expect(loaded).toMatchObject({ id: 'otzyvy', status: 'loaded' });
    const [again, all, shown] = await Promise.all([
      json(['product', 'load', join(ROOT, 'products/otzyvy')]),
      json(['product', 'show']),
      json(['product', 'show', 'otzyvy']),
    ]);
    expect(again).toMatchObject({ status: 'unchanged' });
    expect(all).toEqual([{ id: 'otzyvy' }]);
    expect(shown).toMatchObject({ id: 'otzyvy', revision: loaded.revision });
  });

  it('reads every problem of a product that is not right', async () => {
    const broken = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(broken, 'product.yaml'), 'id: broken\n');
    const { code, out, err } = await agent(['product', 'load', broken]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n').length).toBeGreaterThan(5);
  });

  it('adds a mailbox whose password comes on standard input, and is told that it works', async () => {
    expect(await json(accountAdd(), `${account.password}\n`)).toMatchObject({ address: account.address });
    // No brain takes this one yet; it waits while other things are tried.
    queued = agent([...add('waiting@dom.example'), '--json']);
    const [listed, checked] = await Promise.all([
      agent(['account', 'list', '--json']),
      agent(['account', 'check', account.address]),
    ]);
    expect(listed.out).toContain(account.address);
    expect(listed.out).not.toContain(account.password.trim());
    expect({ code: checked.code, wrong: checked.out.includes('wrong') }).toEqual({ code: 0, wrong: false });
  });

  it('is told what is wrong with a mailbox that cannot be logged in to', async () => {
    await json(accountAdd({ address: 'other@seller.test', imap: '127.0.0.1:1' }), 'wrong');
    const { code, out } = await agent(['account', 'check', 'other@seller.test']);
    expect(code).toBe(2);
    expect(out).toMatch(/SMTP: .* refuses the password/);
    expect(out).toMatch(/IMAP: nothing listens at 127\.0\.0\.1:1;/);
  });

  it('reads one sentence that says what to do after every mistake', async () => {
    const said = await Promise.all(mistakes().map(async ([args]) => agent(args)));
    expect(said).toEqual(
      mistakes().map(([, sentence]) => ({ code: 2, out: '', err: expect.stringMatching(sentence) })),
    );
    expect(said.filter(({ err }) => err.split('\n').length !== 2)).toEqual([]);
  });

  function mistakes(): [string[], RegExp][] {
    return [
      [[], /^Name a command/],
      [['contcat'], /^Unknown command 'contcat' \(Did you mean contact\?\)/],
      [['contact', 'ad'], /^There is no command "contact ad"/],
      [['contact', 'show'], /^Missing required argument 'contact'/],
      [['contact', 'show', 'a', 'b'], /^Too many arguments/],
      [['contact', 'list', '--prodct', 'x'], /^Unknown option '--prodct' \(Did you mean --product\?\)/],
      [['contact', 'show', 'nobody@dom.example'], /^There is no contact nobody@dom\.example/],
      [
        words('contact add --product otzyvy --name A --company B --email anna --language ru'),
        /^"anna" is not an e-mail/,
      ],
      [words('contact add --product x --name A --company B --email a@b.ru --language ru'), /^There is no product "x"/],
      [words('contact import none.csv --product otzyvy'), /^The file none\.csv cannot be read \(there is none\)/],
      [accountAdd({ smtp: 'mail.company.ru:465', security: 'tls' }), /MAIL_LOOPBACK_ONLY/],
      [accountAdd({ smtp: '127.0.0.1' }), /^"127\.0\.0\.1" is not HOST:PORT/],
      [words('mail read none.eml'), /^The file none\.eml cannot be read/],
    ];
  }

  it('is told which settings are missing, and that a database does not answer', async () => {
    const [unset, gone] = await Promise.all([
      agent(['contact', 'list'], '', {}, tmpdir()),
      agent(['contact', 'list'], '', { MONGODB_URI: 'mongodb://127.0.0.1:1' }),
    ]);
    expect(unset).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^The settings are not right.*MONGODB_URI.*KEY_FILE.*\n$/),
    });
    expect(gone).toMatchObject({ code: 1, err: expect.stringMatching(/^MongoDB does not answer .*\n$/) });
  });

  it('may ask what a mail says without any installation', async () => {
    const eml = Buffer.from(MAIL).toString('base64');
    const lines = [JSON.stringify({ id: 'a', eml, signature: 'strip' }), 'broken', JSON.stringify({ id: 'b', eml })];
    const [one, batch] = await Promise.all([
      agent(['mail', 'read'], MAIL, {}, tmpdir()),
      agent(['mail', 'read', '--batch'], lines.join('\n'), {}, tmpdir()),
    ]);
    expect(JSON.parse(one.out)).toMatchObject({
      kind: 'human',
      text: 'Send the deck.',
      inReplyTo: null,
      attachments: [],
    });

    expect(batch.code).toBe(0);
    expect(
      batch.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ id: 'a', text: 'Send the deck.' }),
      { id: null, error: expect.any(String) },
      expect.objectContaining({ id: 'b', text: 'Send the deck.' }),
    ]);
  });

  it('is told that a contact is queued while no brain runs', async () => {
    const { code, out } = await queued;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ id: expect.any(String), status: 'queued' });
  });

  it('sees the conversation of a contact, with the opening letter and why it was written', async () => {
    brain = await startBrain();
    const added = await json(add('Anna@Dom.example'));
    expect(added).toEqual({ id: expect.any(String) });

    expect(await json(['contact', 'show', added.id])).toEqual({
      id: added.id,
      name: 'Анна',
      company: 'Дом',
      product: 'otzyvy',
      language: 'ru',
      addresses: ['anna@dom.example'],
      stage: 'drafting-offer',
      due: null,
      handedOverBecause: null,
      quarantined: null,
      accessCode: null,
      asked: null,
      consent: { source: '', ground: '' },
      interests: [],
      notes: [],
      slot: null,
      stoppedAt: null,
      timeZone: null,
      messages: [
        {
          id: expect.any(String),
          by: 'agent',
          direction: 'out',
          channel: 'email',
          subject: expect.any(String),
          text: expect.stringContaining('Анна'),
          at: expect.any(String),
          outcome: 'queued',
          attachments: [],
          rests: [],
          unreadable: null,
        },
      ],
      turns: [
        {
          at: expect.any(String),
          event: 'conversationOpened',
          decision: 'moved',
          because: null,
          stage: 'drafting-offer',
          effects: [expect.objectContaining({ type: 'sendMessage', letters: ['opening'] })],
        },
      ],
    });
    // What was queued is carried out as soon as a brain runs.
    const queuedOne = await json(['contact', 'show', 'waiting@dom.example']);
    expect(queuedOne.id).toBe(JSON.parse((await queued).out).id);
  });

  it('is refused a contact that stands already', async () => {
    const { code, err } = await agent(add('anna@dom.example'));
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^anna@dom\.example is already a contact.*\n$/),
    });
  });

  it('stops a contact for good', async () => {
    expect(await agent(['contact', 'stop', 'anna@dom.example'])).toMatchObject({ code: 0, err: '' });
    const { stage, messages } = await json(['contact', 'show', 'anna@dom.example']);
    expect([stage, messages[0].outcome]).toEqual(['stopped', 'cancelled']);
    expect(await agent(['contact', 'restart', 'anna@dom.example'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has asked us never to write again'),
    });
  });

  it('imports a list: what is new is added once, and the rest is reported by line', async () => {
    const rows = ['name;company;email', 'Борис;Дом;boris@dom.example', 'Анна;Дом;anna@dom.example', 'Никто;Дом;никто'];
    writeFileSync(join(folder, 'list.csv'), rows.join('\n'));
    const command = ['contact', 'import', 'list.csv', '--product', 'otzyvy', '--json'];

    const dry = JSON.parse((await agent([...command, '--dry-run'])).out);
    expect(dry).toMatchObject({ dryRun: true, added: 1, refused: 1, bad: 1 });
    const first = await agent(command);
    expect({ code: first.code, ...JSON.parse(first.out) }).toMatchObject({ code: 2, added: 1, refused: 1, bad: 1 });
    expect(JSON.parse((await agent(command)).out)).toMatchObject({ added: 0, alreadyThere: 1, refused: 1, bad: 1 });
  });

  it('is asked to put the key file back when it is lost', async () => {
    renameSync(keyFile, `${keyFile}.lost`);
    const { code, err } = await agent(['init']);
    expect({ code, err, made: existsSync(keyFile) }).toEqual({
      code: 2,
      err: expect.stringMatching(/^Put back the key file.*\n$/),
      made: false,
    });
  });

  function startBrain(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [BRAIN], { cwd: folder, env: {} });
    return new Promise((resolve, reject) => {
      let said = '';
      started.stdout.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes('is ready')) resolve(started);
      });
      started.on('exit', (code) => reject(new Error(`the brain ended with ${String(code)}: ${said}`)));
    });
  }
});

function words(line: string): string[] {
  return line.split(' ');
}
