import { randomUUID } from 'node:crypto';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { recipientKeys } from '@app/persistence/recipients/recipient-keys';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { withinTime } from '@app/peers/system/within-time';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { ACCOUNT, type BenchInstallation } from '../installation';
import { answerTo } from '../stored-to-smtp/answer-to';
import { startBareClient } from './bare-client';
import { throughputOf, type Throughput } from './throughput';

const WARM_UP = 300;
const ROUNDS = 3;
const LETTERS = 1_000;

/**
 * Lets the gateway send a backlog, and by turns the same mails a client of its kind that knows no database. No brain
 * takes part: the letters are notices, whose settlement no conversation has to learn of. Nor are copies made of them.
 */
export async function measureThroughput(
  installation: BenchInstallation,
  report: (line: string) => void,
): Promise<Throughput> {
  const { db, mail } = installation;
  const sample = await sampleAnswer(installation);
  await db.accounts.updateOne({ address: ACCOUNT.address }, { $set: { keepsSent: true } });
  report(`backlogs of ${LETTERS} letters, ${ROUNDS} for the gateway and ${ROUNDS} for its bare client, by turns`);

  const { fromName, subject, text, html } = sample;
  const bare = startBareClient({ smtpPort: mail.smtpPort, letter: { fromName, subject, text, html } });
  try {
    await perSecond(WARM_UP, (recipients) => bare.send(recipients));
    await sendBacklog(installation, sample, recipientsFor(WARM_UP));
    const rounds: { gateway: number; bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        bare: await perSecond(LETTERS, (recipients) => bare.send(recipients)),
        gateway: LETTERS / (await sendBacklog(installation, sample, recipientsFor(LETTERS))),
      });
    }
    return throughputOf(rounds);
  } finally {
    await bare.close();
  }
}

async function sampleAnswer(installation: BenchInstallation): Promise<OutboxMessage> {
  const { db } = installation;
  const [opening] = await offeredContacts(db, ['sampled']);
  if (!opening) throw new Error('no contact was written to');
  await answerTo(opening, 'question', installation);
  const sample = await db.outbox.findOne({ contactId: opening.contactId, letters: 'answer' }).lean<OutboxMessage>();
  if (!sample) throw new Error('no letter to take as sample');
  return sample;
}

async function perSecond(count: number, send: (recipients: readonly string[]) => Promise<void>): Promise<number> {
  const recipients = recipientsFor(count);
  const startedAt = performance.now();
  await withinTime(LIMIT_MS, 'the bare client', send(recipients));
  return count / ((performance.now() - startedAt) / 1000);
}

/** Seconds from the moment the account is resumed until SMTP has accepted the last of its letters. */
async function sendBacklog(
  { db, env, onAccepted }: BenchInstallation,
  sample: OutboxMessage,
  recipients: readonly string[],
): Promise<number> {
  const keys = readKeyFile(env.KEY_FILE);
  const paused = { at: new Date(), because: 'a backlog is to form' };
  await db.accounts.updateOne({ address: ACCOUNT.address }, { $set: { paused } });
  await db.recipients.insertMany(
    recipients.flatMap((to) =>
      recipientKeys(to, keys).current.map((_id) => ({
        _id,
        suppressed: false,
        suppression: null,
        passed: [],
        claimId: null,
        bindings: [],
      })),
    ),
  );
  await db.outbox.insertMany(recipients.map((to) => noticeLike(sample, to)));

  const accepted = Promise.all(recipients.map((to) => new Promise<void>((resolve) => onAccepted(to, () => resolve()))));
  const startedAt = performance.now();
  await db.accounts.updateOne({ address: ACCOUNT.address }, { $set: { paused: null } });
  await withinTime(LIMIT_MS, 'the backlog', accepted);
  return (performance.now() - startedAt) / 1000;
}

function noticeLike(sample: OutboxMessage, to: string): OutboxMessage {
  const id = randomUUID();
  return {
    ...sample,
    _id: `throughput:${id}`,
    letters: ['operator-notice'],
    to,
    recipient: to,
    messageId: `<${id}@seller.test>`,
    status: 'queued',
    notBefore: new Date(0),
    leaseNumber: 0,
    leasedBy: null,
    leaseUntil: null,
    claimId: null,
    attempts: [],
    outcome: null,
    settledAt: null,
  };
}

function recipientsFor(count: number): string[] {
  return Array.from({ length: count }, () => `${randomUUID()}@throughput.test`);
}

const LIMIT_MS = 60_000;
