import { connect } from 'node:net';
import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { ACCOUNT } from '../installation';

/** What a bare client is asked to send. */
export interface BareRequest {
  readonly smtpPort: number;
  readonly letter: Pick<OutboxMessage, 'fromName' | 'subject' | 'text' | 'html'>;
  readonly recipients: readonly string[];
}

/**
 * The SMTP client of the gateway, with as many connections and the same options, in a thread of its own and with nothing
 * else to do: it makes each mail and sends it, and knows no database.
 */
export interface BareClient {
  /** Sends one mail to each recipient; resolves when the server has accepted them all. */
  send(recipients: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts the thread; this program is what it runs too (see `main.ts`). */
export function startBareClient(facts: Pick<BareRequest, 'smtpPort' | 'letter'>): BareClient {
  const worker = new Worker(__filename);
  return {
    async send(recipients) {
      worker.postMessage({ ...facts, recipients } satisfies BareRequest);
      await once(worker, 'message');
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** What the thread does: sends what it is asked to, and says when all is accepted. */
export function serveBareClient(): void {
  let transport: ReturnType<typeof pooled> | undefined;
  parentPort?.on('message', ({ smtpPort, letter, recipients }: BareRequest) => {
    const pool = (transport ??= pooled(smtpPort));
    const { fromName, subject, text, html } = letter;
    const from = { name: fromName, address: ACCOUNT.address };
    const sent = recipients.map((to) => pool.sendMail({ from, to, subject, text, html }));
    void Promise.all(sent).then(() => parentPort?.postMessage('accepted'));
  });
}

function pooled(smtpPort: number) {
  return createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host: '127.0.0.1',
    port: smtpPort,
    ignoreTLS: true,
    auth: { user: ACCOUNT.address, pass: ACCOUNT.password },
    getSocket: (_, done) => {
      const connection = connect({ host: '127.0.0.1', port: smtpPort, noDelay: true, keepAlive: true }, () => {
        done(null, { connection });
      });
    },
  });
}

/** As many as the gateway has to one account. */
const CONNECTIONS = 5;
