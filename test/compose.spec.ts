import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { BESIDE_VARIABLE_NAMES } from '@app/runtime/config/beside-settings';
import { HOST_VARIABLE_NAMES } from '@app/runtime/config/host-settings';
import { VARIABLE_NAMES } from '@app/runtime/config/settings';
import { TELEGRAM_VARIABLE_NAMES } from '@app/runtime/config/telegram-settings';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  readonly profiles: readonly string[];
  readonly command: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly [setting: string]: unknown;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** For demo and tests, and for whoever tries things out without Docker. */
const TRYING_OUT = ['MAIL_LOOPBACK_ONLY', 'MOVABLE_CLOCK'] as const;

/** Only a mail-gateway serves the pages to unsubscribe. */
const PAGES = ['UNSUBSCRIBE_URL', 'HTTP_PORT', 'HTTP_HOST'] as const;

const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const longRunning = services.filter(([name]) => name !== 'setup' && name !== 'cli');

/** Mounts by a path of ours, as `[outside, inside]`. */
function mountsOf({ volumes = [] }: Service): readonly (readonly [string, string])[] {
  return volumes.map((volume) => {
    const [, outside = '', inside = ''] = /^(\$\{[^}]+\}|[^:]+):([^:]+)/.exec(volume) ?? [];
    return [/^\$\{\w+:-([^}]+)\}$/.exec(outside)?.[1] ?? outside, inside];
  });
}

describe('the compose file', () => {
  it('is one by the Compose specification', () => {
    const schema = JSON.parse(read('test/fixtures/compose-spec/compose-spec.json')) as object;
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('starts under each profile only what is there', () => {
    for (const profile of ['core', 'telegram', 'llm', 'dev']) {
      expect(services.filter(([, { profiles }]) => profiles.includes(profile)).length).toBeGreaterThan(0);
    }
    const alone = services.filter(([, { profiles }]) => profiles.includes('llm')).map(([name]) => name);
    expect(alone).toEqual(['llm-host']);
  });

  it('mounts only places and volumes that exist', () => {
    for (const [, service] of services) {
      for (const [outside] of mountsOf(service)) {
        const exists = outside.startsWith('.') ? existsSync(join(ROOT, outside)) : outside in compose.volumes;
        expect([outside, exists]).toEqual([outside, true]);
      }
    }
  });

  it.each(longRunning)('lets %s do nothing to its container, and end within ten seconds', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      init: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: '10s',
    });
    expect(service.healthcheck?.test[0]).toBe('CMD');
  });

  it('opens nothing to the network but to this machine', () => {
    const ports = services.flatMap(([, { ports }]) => (ports as readonly string[] | undefined) ?? []);
    expect(ports.filter((port) => !/^(127\.0\.0\.1|\$\{MONGO_LISTEN:-127\.0\.0\.1):/.test(port))).toEqual([]);
  });

  it('runs programs that the image holds', () => {
    const { projects } = JSON.parse(read('nest-cli.json')) as { projects: Record<string, { root: string }> };
    const built = new Set(Object.values(projects).map(({ root }) => `dist/${root}/main.js`));
    const words = services.flatMap(([, { entrypoint = [], command = [], healthcheck }]) => [
      ...entrypoint,
      ...command,
      ...(healthcheck?.test ?? []),
    ]);
    const programs = words.filter((word) => word.startsWith('dist/'));
    expect(programs.filter((word) => !built.has(word))).toEqual([]);
    const scripts = words.filter((word) => word.startsWith('deploy/') || word.startsWith('/deploy/'));
    const places = scripts.map((word) => word.replace(/^\/deploy/, 'deploy/mongo'));
    expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([]);
    expect(programs.length).toBeGreaterThan(4);
    expect(places.length).toBeGreaterThan(3);
  });

  it('asks for what the example of the settings has, and for nothing else', () => {
    const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name));
    const documented = new Set([...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name));
    expect([...asked].filter((name) => !documented.has(name))).toEqual([]);
  });
});

/** What each app reads, and what of that its container has no use for. */
const READ: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['sales-brain', VARIABLE_NAMES, [...TRYING_OUT, ...PAGES]],
  ['mail-gateway', VARIABLE_NAMES, [...TRYING_OUT, 'LEDGER_JOURNAL']],
  ['tg-gateway', TELEGRAM_VARIABLE_NAMES, [...TRYING_OUT, 'UNSUBSCRIBE_URL', 'HTTP_PORT', 'LEDGER_JOURNAL']],
  ['llm-host', HOST_VARIABLE_NAMES, []],
  ['cli', [...VARIABLE_NAMES, ...BESIDE_VARIABLE_NAMES], [...TRYING_OUT, ...PAGES]],
];

describe('a container of the compose file', () => {
  it.each(READ)('gives %s every setting it reads, or has no use for it', (name, read, useless) => {
    const environment = Object.keys(compose.services[name]?.environment ?? {});
    const given = environment.flatMap((one) => [one, one.replace(/_FILE$/, '')]);
    expect(read.filter((one) => !given.includes(one) && !useless.includes(one))).toEqual([]);
    expect(useless.filter((one) => given.includes(one))).toEqual([]);
  });

  it('lets Telegram in where a webhook is set, and asks for no port where none is', () => {
    const environment = { TELEGRAM_WEBHOOK_PORT: '${TELEGRAM_WEBHOOK_URL:+8081}', HTTP_HOST: '0.0.0.0' };
    const ports = ['127.0.0.1:${TELEGRAM_WEBHOOK_PORTS:-8090-8099}:8081'];
    expect(compose.services['tg-gateway']).toMatchObject({ environment, ports });
  });
});

describe('the image', () => {
  const lines = read('Dockerfile').replace(/\\\n/g, ' ').split('\n');
  const copied = lines.flatMap((line) => {
    const [, words = ''] = /^COPY (?!--from)(.+)$/.exec(line) ?? [];
    return words.split(/\s+/).slice(0, -1);
  });

  it('is made of what is there, and of what Docker is shown', () => {
    const shown = read('.dockerignore').split('\n');
    for (const path of copied) {
      expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
      expect(shown).toContain(`!${path}`);
    }
  });

  it('takes from an earlier stage only what that makes', () => {
    const stages = lines.flatMap((line) => /^FROM \S+ AS (\w+)/.exec(line)?.[1] ?? []);
    const from = lines.flatMap((line) => /^COPY --from=(\w+)/.exec(line)?.[1] ?? []);
    expect(from.filter((stage) => !stages.includes(stage))).toEqual([]);
    expect(services.map(([, { build }]) => (build as { target?: string } | undefined)?.target ?? 'app')).toEqual(
      expect.arrayContaining(['app', 'dev']),
    );
  });

  it('has every package that what it runs asks for', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const imported = (path: string): string[] =>
      [...read(path).matchAll(/from '([^'.][^']*)'/g)].flatMap(([, name = '']) =>
        name.startsWith('node:') ? [] : name,
      );
    const asked = ['deploy/setup.mjs', 'deploy/form-replica-set.mjs', 'deploy/healthcheck.mjs'].flatMap(imported);
    expect(asked.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('runs as nobody in particular', () => {
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });
});
