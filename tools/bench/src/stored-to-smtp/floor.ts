import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Recipient } from '@app/persistence/recipients/recipient.schema';
import type { Timer } from '@app/persistence/timers/timer.schema';
import type { Turn } from '@app/persistence/turns/turn.schema';
import { again, openFloorDatabase } from '../floor/floor-database';
import { ACCOUNT, type BenchInstallation } from '../installation';

/** The documents of one taken turn, to be written again under other ids. */
export interface Sample {
  readonly message: InboundMessage;
  readonly conversation: ConversationDocument;
  readonly turns: readonly Turn[];
  readonly letter: OutboxMessage;
  readonly guard: Recipient;
  readonly timer: Timer;
}

/** The least that any pipeline with these promises must do, in one process that waits for nobody. */
export interface Floor {
  /** Takes the turn, claims the letter and sends it, once; milliseconds until SMTP has accepted the mail. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

export async function openFloor({ db, mail, onAccepted }: BenchInstallation, sample: Sample): Promise<Floor> {
  const floor = await openFloorDatabase(db);
  const { collection } = floor;
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host: '127.0.0.1',
    port: mail.smtpPort,
    ignoreTLS: true,
    auth: { user: ACCOUNT.address, pass: ACCOUNT.password },
    // With Nagle's algorithm a mail's last line waits 40 ms for nothing, and the floor would be no floor.
    getSocket: (_, done) => {
      const connection = connect({ host: '127.0.0.1', port: mail.smtpPort, noDelay: true }, () => {
        done(null, { connection });
      });
    },
  });

  async function measure(): Promise<number> {
    const id = randomUUID();
    const message = again(sample.message, id);
    const conversation = { ...again(sample.conversation, id), token: id };
    const timer = again(sample.timer, id);
    const guard = again(sample.guard, id);
    const letter = { ...again(sample.letter, id), status: 'leased', messageId: `<${id}@seller.test>` };
    const turns = sample.turns.map((turn) => ({ ...again(turn, id), conversationId: conversation._id }));
    await collection('messages').insertOne(message);
    await collection('conversations').insertOne(conversation);
    await collection('timers').insertOne(timer);
    await collection('recipients').insertOne(guard);
    const to = `${id}@floor.test`;

    const startedAt = performance.now();
    const accepted = new Promise<number>((resolve) => {
      onAccepted(to, () => resolve(performance.now() - startedAt));
    });
    await floor.transaction(async (session) => {
      const changed = { $set: { stage: 'answering', thread: sample.conversation.thread }, $inc: { revision: 1 } };
      await collection('conversations').updateOne({ _id: conversation._id }, changed, { session });
      await collection('turns').insertMany(turns, { session });
      await collection('messages').updateOne({ _id: message._id }, { $set: { state: 'taken' } }, { session });
      await collection('timers').updateOne({ _id: timer._id }, { $set: { status: 'cancelled' } }, { session });
      await collection('outbox').insertOne(letter, { session });
    });
    await floor.claim(letter, guard, id);
    await transport.sendMail({ from: ACCOUNT.address, to, subject: letter.subject, text: letter.text });
    return accepted;
  }

  return {
    measure,
    async close() {
      transport.close();
      await floor.close();
    },
  };
}
