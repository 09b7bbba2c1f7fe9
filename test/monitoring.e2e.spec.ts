import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import MailComposer from 'nodemailer/lib/mail-composer';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { freePort } from '@app/peers/system/free-port';
import { eventually } from './support/eventually';
import { OtlpCollector, type ReceivedSpan } from './support/otlp-collector';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import type { ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const SALES = 'sales@seller.test';
const ANNA = 'anna.petrova@example.com';
const WORDS = 'Пришлите, пожалуйста, презентацию';

const database = testDatabase();
let mail: EmbeddedMail;
let world: SalesWorld;
let collector: OtlpCollector;
let brain: ServiceProcess;
let gateway: ServiceProcess;
let brainAt: string;
let gatewayAt: string;

beforeAll(async () => {
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  world = await SalesWorld.open(database, { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) });
  collector = await OtlpCollector.start();
  const otlpEndpoint = collector.endpoint;
  const [brainPort, gatewayPort] = [await freePort(), await freePort()];
  brainAt = `http://127.0.0.1:${String(brainPort)}`;
  gatewayAt = `http://127.0.0.1:${String(gatewayPort)}`;
  [brain, gateway] = await Promise.all([
    world.startProcess('sales-brain', { healthPort: brainPort, otlpEndpoint }),
    world.startProcess('mail-gateway', { healthPort: gatewayPort, otlpEndpoint }),
  ]);
  await eventually('the mailbox to be read', () => world.db.cursors.findOne({ uidValidity: { $ne: '' } }).lean());
  const anna = await world.addContact(ANNA, { name: 'Анна' });
  const { raw } = await mail.waitForMail(({ to }) => to.includes(ANNA), 20_000);
  await world.settledIn(anna, 'awaiting-reply');
  mail.deliver(SALES, await answerTo(raw.toString()));
  await mail.waitForMail(
    ({ to, raw: answer }) => to.includes(ANNA) && /^In-Reply-To:/im.test(answer.toString()),
    30_000,
  );
  await world.settledIn(anna, 'awaiting-reply');
}, 90_000);

afterAll(async () => {
  await world.close();
  await collector.stop();
  await mail.stop();
});

describe('a service that works', () => {
  it('says that it lives and that its feed follows', async () => {
    for (const at of [brainAt, gatewayAt]) {
      expect(await answerOf(`${at}/health/live`)).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(await answerOf(`${at}/health/ready`)).toMatchObject({
        status: 200,
        body: {
          status: 'ok',
          details: { mongodb: { status: 'up' }, feed: { status: 'up', lagSeconds: 0, interruptions: 0 } },
        },
      });
    }
  });

  it('counts what it did', async () => {
    const [ofBrain, ofGateway] = await Promise.all([metricsOf(brainAt), metricsOf(gatewayAt)]);
    expect(ofBrain).toContain(
      'sales_agent_turns_total{event="messageUnderstood",decision="moved",service="sales-brain"} 1',
    );
    expect(ofBrain).toContain('sales_agent_queue_waiting{queue="messages-to-take",service="sales-brain"} 0');
    expect(ofBrain).toMatch(
      /sales_agent_reaction_seconds_count\{service="sales-brain",reactor="conversation",failed="false"\} [1-9]/,
    );
    expect(ofGateway).toContain(
      'sales_agent_messages_in_total{channel="email",kind="human",outcome="stored",service="mail-gateway"} 1',
    );
    expect(ofGateway).toContain(
      'sales_agent_messages_out_total{channel="email",outcome="sent",service="mail-gateway"} 2',
    );
    expect(ofGateway).toContain('sales_agent_claims_total{verdict="claimed",service="mail-gateway"} 2');
  });

  it('exports every metric that the dashboard and the alerts name', async () => {
    const exported = new Set([...(await metricsOf(brainAt)).matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
    const named = [...namesIn(dashboard), ...namesIn(JSON.stringify(alerts))];
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((name) => !exported.has(name.replace(/_(bucket|count|sum)$/, '')) && !exported.has(name)),
    ).toEqual([]);
  });

  it('logs one line for each message, turn and hand-over, by which the conversation can be followed', async () => {
    const conversation = await world.conversationOf(await world.contactAt(ANNA));
    const lines = [...linesOf(brain), ...linesOf(gateway)].filter((line) => line.conversation === conversation._id);
    expect(lines.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        `Conversation ${conversation._id}: conversationOpened → drafting-offer (opening)`,
        `Conversation ${conversation._id}: contactWrote → understanding, messageUnderstood → answering (presentation)`,
        'presentation: sent (250).',
      ]),
    );
    const cameIn = linesOf(gateway).find(({ msg }) => msg === 'A message came in (email, human).');
    const turn = lines.find(({ msg }) => String(msg).includes('contactWrote'));
    expect(cameIn?.messages).toHaveLength(1);
    expect(turn?.messages).toEqual(cameIn?.messages);
    expect(new Set(lines.map(({ instance }) => String(instance).replace(/-[0-9a-f]+$/, '')))).toEqual(
      new Set(['sales-brain', 'mail-gateway']),
    );
  });

  it('logs nobody’s address, name, words or password', () => {
    const log = brain.log() + gateway.log();
    expect(log.split('\n').length).toBeGreaterThan(5);
    expect(log).not.toMatch(/anna|petrova|example\.com|Анна|Вкусный|презентаци/i);
    expect(log).not.toMatch(new RegExp(`"${ACCOUNT_PASSWORD}|${ACCOUNT_PASSWORD}"`));
  });
});

describe('the alerts', () => {
  it('are each explained in the runbook', () => {
    const runbook = readFileSync(join(ROOT, 'docs/RUNBOOK.md'), 'utf8');
    const names = alerts.groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !runbook.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a trace', () => {
  it('goes from the mail that came in to the mail that answered it, through both services', async () => {
    const received = await eventually('the spans of the answer', () => {
      const { spans } = collector;
      const root = spans.find(({ name, parentSpanId }) => name === 'receive email' && parentSpanId === '');
      const trace = spans.filter(({ traceId }) => traceId === root?.traceId);
      return Promise.resolve(trace.some(({ name }) => name === 'send email') ? trace : null);
    });
    const root = spanOf(received, 'receive email');
    const turns = received.find(({ name, parentSpanId }) => name === 'take turns' && parentSpanId === root.spanId);
    const sent = spanOf(received, 'send email');
    expect(root.service).toBe('mail-gateway');
    expect(turns?.service).toBe('sales-brain');
    expect(sent).toMatchObject({ service: 'mail-gateway', parentSpanId: turns?.spanId });
  });

  it('is stored as a traceparent with the message, its turns and the letter', async () => {
    const [message] = await world.db.messages.find({ kind: 'human' }).lean();
    const traceId = String(message?.trace).split('-')[1];
    const ofTrace = { trace: { $regex: `^00-${String(traceId)}-` } };
    expect(message?.trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(await world.db.turns.countDocuments(ofTrace)).toBeGreaterThanOrEqual(2);
    expect(await world.db.outbox.countDocuments(ofTrace)).toBe(1);
  });
});

const ROOT = join(__dirname, '..');
const dashboard = readFileSync(join(ROOT, 'deploy/grafana/dashboard.json'), 'utf8');
const alerts = parse(readFileSync(join(ROOT, 'deploy/prometheus/alerts.yml'), 'utf8')) as Alerts;

interface Alerts {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

/** `up` is Prometheus's own. */
function namesIn(expressions: string): string[] {
  return [...new Set(expressions.match(/\b(?:sales_agent|process)_[a-z_]+/g) ?? [])];
}

async function answerOf(url: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

async function metricsOf(at: string): Promise<string> {
  return (await fetch(`${at}/metrics`)).text();
}

function linesOf(service: ServiceProcess): Record<string, unknown>[] {
  const lines = service.log().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function spanOf(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const span = spans.find((one) => one.name === name);
  if (!span) throw new Error(`no span "${name}"`);
  return span;
}

async function answerTo(opening: string): Promise<Buffer> {
  const messageId = /^Message-ID: (\S+)/im.exec(opening)?.[1] ?? '';
  const answer = { from: ANNA, to: SALES, subject: 'Re: Отзывы', text: WORDS, inReplyTo: messageId };
  return new MailComposer(answer).compile().build();
}
