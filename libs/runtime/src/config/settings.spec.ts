import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST_VARIABLE_NAMES, readHostSettings } from './host-settings';
import { SettingsInvalid, type Environment } from './read-environment';
import { readSettings, VARIABLE_NAMES } from './settings';
import { botIdOf, readTelegramSettings, TELEGRAM_VARIABLE_NAMES } from './telegram-settings';

const BOTH = { UNSUBSCRIBE_URL: 'https://sales.example.com', HTTP_PORT: '8080' };
const RIGHT = { MONGODB_URI: 'mongodb://user:hunter2@db.test/?replicaSet=rs0', KEY_FILE: './keys.json' };

describe('the settings', () => {
  it('are read with their defaults', () => {
    expect(readSettings(RIGHT)).toMatchObject({
      mongodbUri: RIGHT.MONGODB_URI,
      mongodbDatabase: 'sales_agent',
      logLevel: 'log',
      mailLoopbackOnly: false,
      movableClock: false,
      httpHost: '127.0.0.1',
      logTexts: false,
      healthPort: 0,
      healthHost: '127.0.0.1',
    });
    expect(readSettings(RIGHT).unsubscribeUrl).toBeUndefined();
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ MONGODB_URI: 'postgres://db', LOG_LEVEL: 'loud', MOVABLE_CLOCK: 'perhaps' });
    expect([...problems].sort()).toEqual([
      expect.stringContaining('KEY_FILE'),
      expect.stringContaining('LOG_LEVEL'),
      expect.stringContaining('MONGODB_URI'),
      expect.stringContaining('MOVABLE_CLOCK'),
    ]);
  });

  it.each([
    ['MONGODB_URI', 'postgres://db'],
    ['MONGODB_DATABASE', 'sales.agent'],
    ['KEY_FILE', ' '],
    ['LOG_LEVEL', 'loud'],
    ['MAIL_LOOPBACK_ONLY', 'yes'],
    ['MOVABLE_CLOCK', '1'],
    ['UNSUBSCRIBE_URL', 'http://sales.example.com'],
    ['HTTP_PORT', '70000'],
    ['HTTP_HOST', 'sales.example.com'],
    ['LOG_TEXTS', '1'],
    ['HEALTH_PORT', '70000'],
    ['HEALTH_HOST', 'sales.example.com'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://user:word@collector.example.com'],
  ])('say in one sentence what %s must be', (variable, value) => {
    expect(problemsOf({ ...RIGHT, ...BOTH, [variable]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} must be .+`)),
    ]);
  });

  it('never show what stands in them', () => {
    expect(problemsOf({ ...RIGHT, MONGODB_URI: 'hunter2' }).join()).not.toContain('hunter2');
  });
});

describe('the settings of an llm-host', () => {
  const HOST = { MONGODB_URI: RIGHT.MONGODB_URI, LLM_ENDPOINT: 'http://127.0.0.1:11434', LLM_MODEL: 'qwen3:8b' };

  it('are where the jobs are, where the model is, and its name', () => {
    expect(readHostSettings(HOST)).toEqual({
      mongodbUri: HOST.MONGODB_URI,
      mongodbDatabase: 'sales_agent',
      logLevel: 'log',
      logTexts: false,
      healthPort: 0,
      healthHost: '127.0.0.1',
      llmEndpoint: HOST.LLM_ENDPOINT,
      llmModel: 'qwen3:8b',
      llmParallel: 2,
    });
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ LLM_PARALLEL: 'many' }, readHostSettings);
    expect([...problems].sort()).toEqual([
      expect.stringContaining('LLM_ENDPOINT'),
      expect.stringContaining('LLM_MODEL'),
      expect.stringContaining('LLM_PARALLEL'),
      expect.stringContaining('MONGODB_URI'),
    ]);
  });

  it.each([
    ['LLM_ENDPOINT', 'localhost:11434'],
    ['LLM_ENDPOINT', 'http://user:word@localhost:11434'],
    ['LLM_ENDPOINT', 'http://localhost:11434/v1?key=hunter2'],
    ['LLM_MODEL', ' '],
    ['LLM_PARALLEL', '0'],
    ['LLM_PARALLEL', '65'],
    ['LLM_PARALLEL', '1.5'],
  ])('say in one sentence what %s must be, not %s', (variable, value) => {
    expect(problemsOf({ ...HOST, [variable]: value }, readHostSettings)).toEqual([
      expect.stringMatching(new RegExp(`^${variable} must be .+`)),
    ]);
  });
});

describe('a setting in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read from there, unless it stands in the environment itself', () => {
    const path = join(folder, 'uri');
    writeFileSync(path, `${RIGHT.MONGODB_URI}\n`);
    const { MONGODB_URI, ...without } = RIGHT;
    expect(readSettings({ ...without, MONGODB_URI_FILE: path }).mongodbUri).toBe(MONGODB_URI);
    expect(readSettings({ ...RIGHT, MONGODB_URI: 'mongodb://other', MONGODB_URI_FILE: path }).mongodbUri).toBe(
      'mongodb://other',
    );
  });

  it('that cannot be read is named', () => {
    const { MONGODB_URI: _, ...without } = RIGHT;
    expect(problemsOf({ ...without, MONGODB_URI_FILE: join(folder, 'none') })).toEqual([
      expect.stringMatching(/^MONGODB_URI_FILE names .* which cannot be read$/),
    ]);
  });
});

describe('the address of the pages to unsubscribe', () => {
  it.each(['https://sales.example.com', 'https://пример.рф/mail/', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
    'may be %s',
    (address) => {
      expect(readSettings({ ...RIGHT, ...BOTH, UNSUBSCRIBE_URL: address })).toMatchObject({ httpPort: 8080 });
    },
  );

  it.each([
    'http://sales.example.com',
    'http://127.0.0.1.example.com',
    'mailto:sales@example.com',
    'sales.example.com',
    'https://user:word@sales.example.com',
    'https://sales.example.com/?letter=',
    'https://sales.example.com/#letter',
    'https://sales.example.com/\r\nBcc: x',
    `https://sales.example.com/${'a'.repeat(300)}`,
  ])('may not be %j', (address) => {
    expect(problemsOf({ ...RIGHT, ...BOTH, UNSUBSCRIBE_URL: address })).toEqual([
      expect.stringContaining('UNSUBSCRIBE_URL must be an https:// address'),
    ]);
  });

  it('is useless without the port they are served at, and the other way round', () => {
    expect(problemsOf({ ...RIGHT, UNSUBSCRIBE_URL: BOTH.UNSUBSCRIBE_URL })).toEqual([
      expect.stringContaining('HTTP_PORT is missing'),
    ]);
    expect(problemsOf({ ...RIGHT, HTTP_PORT: BOTH.HTTP_PORT })).toEqual([
      expect.stringContaining('UNSUBSCRIBE_URL is missing'),
    ]);
  });
});

describe('the settings of a tg-gateway', () => {
  const TOKEN = '4711:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawA';
  const WEBHOOK = {
    TELEGRAM_WEBHOOK_URL: 'https://sales.example.com/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'sixteen-letters-',
    TELEGRAM_WEBHOOK_PORT: '8081',
  };

  it('need nothing of Telegram: without a token it idles', () => {
    expect(readTelegramSettings(RIGHT)).toMatchObject({
      telegramBotToken: '',
      telegramApiRoot: 'https://api.telegram.org',
      telegramProduct: '',
    });
    expect(readTelegramSettings(RIGHT).telegramWebhookUrl).toBeUndefined();
  });

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'hunter2'],
    ['TELEGRAM_BOT_TOKEN', `${TOKEN}/getMe`],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_PRODUCT', 'Our Product'],
    ['TELEGRAM_WEBHOOK_URL', 'http://sales.example.com'],
    ['TELEGRAM_WEBHOOK_SECRET', 'short'],
    ['TELEGRAM_WEBHOOK_PORT', '0'],
  ])('say in one sentence what %s must be when it is %j, and do not show it', (variable, value) => {
    const problems = problemsOf({ ...RIGHT, ...WEBHOOK, [variable]: value }, readTelegramSettings);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${variable} must be .+`))]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('of a webhook go together', () => {
    expect(problemsOf({ ...RIGHT, ...WEBHOOK }, readTelegramSettings)).toEqual([]);
    const { TELEGRAM_WEBHOOK_SECRET: _, ...inPart } = WEBHOOK;
    expect(problemsOf({ ...RIGHT, ...inPart }, readTelegramSettings)).toEqual([
      expect.stringContaining('set all, or none'),
    ]);
  });

  it('know the bot by its token', () => {
    expect(botIdOf(TOKEN)).toBe('4711');
  });
});

/** What docker-compose.yml reads for itself. */
const OF_COMPOSE = [
  'COMPOSE_PROFILES',
  'MONGODB_OWNER_PASSWORD',
  'PRODUCT',
  'MONGO_LISTEN',
  'MONGO_TLS',
  'UNSUBSCRIBE_PORTS',
  'TELEGRAM_WEBHOOK_PORTS',
  'SALES_AGENT_VERSION',
];

describe('.env.example', () => {
  const example = Object.fromEntries(
    [...readFileSync(join(__dirname, '../../../../.env.example'), 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
      ([, variable = '', value = '']) => [variable, value] as const,
    ),
  );

  it('names every variable, each with a value that is right', () => {
    const known = [...VARIABLE_NAMES, ...HOST_VARIABLE_NAMES, ...TELEGRAM_VARIABLE_NAMES, ...OF_COMPOSE];
    expect(Object.keys(example).sort()).toEqual([...new Set(known)].sort());
    expect(problemsOf(example)).toEqual([]);
    expect(problemsOf(example, readHostSettings)).toEqual([]);
    expect(problemsOf(example, readTelegramSettings)).toEqual([]);
  });

  it('holds the defaults where it says so', () => {
    const { OTEL_EXPORTER_OTLP_ENDPOINT, ...without } = example;
    const { MONGODB_URI = '', KEY_FILE = '', LEDGER_JOURNAL, UNSUBSCRIBE_URL, HTTP_PORT, ...optional } = without;
    expect(readSettings({ MONGODB_URI, KEY_FILE, ...optional })).toEqual(readSettings({ MONGODB_URI, KEY_FILE }));
    const { LLM_ENDPOINT, LLM_MODEL } = example;
    expect(readHostSettings(without)).toEqual(readHostSettings({ MONGODB_URI, LLM_ENDPOINT, LLM_MODEL }));
  });
});

function problemsOf(environment: Record<string, string>, read: (from: Environment) => object = readSettings) {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.problems;
    throw error;
  }
}
