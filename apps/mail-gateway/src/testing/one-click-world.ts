import { simpleParser } from 'mailparser';
import type { INestApplicationContext } from '@nestjs/common';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { aLetter } from '@app/persistence/testing/documents';
import { eventually } from '../../../../test/support/eventually';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import type { TestDatabase } from '../../../../test/support/test-database';
import { freePort } from '@app/peers/system/free-port';
import { GatewayWorld } from './gateway-world';

/** A gateway that serves the pages, and a mail server that takes its letters. */
export class OneClickWorld {
  private constructor(
    readonly world: GatewayWorld,
    readonly smtp: SmtpFaultPeer,
    readonly publicAddress: string,
  ) {}

  static async open(database: TestDatabase): Promise<OneClickWorld> {
    const smtp = await startSmtpFaults();
    const world = await GatewayWorld.open(database);
    const nowhere = { host: '127.0.0.1', port: 1 };
    await world.addAccount({
      _id: 'sales',
      address: 'sales@seller.test',
      smtp: { host: '127.0.0.1', port: smtp.port },
      imap: nowhere,
    });
    return new OneClickWorld(world, smtp, `http://127.0.0.1:${await freePort()}`);
  }

  /** At the port of the public address, or another. */
  startGateway(port = Number(new URL(this.publicAddress).port)): Promise<INestApplicationContext> {
    return this.world.startGateway({ unsubscribeUrl: this.publicAddress, httpPort: port });
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.smtp.stop();
  }

  /** The headers of a letter as it arrived, by their names in lower case. */
  async arrived(letter: Pick<OutboxMessage, 'to'>): Promise<ReadonlyMap<string, string>> {
    const raw = await eventually('the letter', () =>
      Promise.resolve(this.smtp.taken().find(({ to }) => to.includes(letter.to))?.raw ?? null),
    );
    const { headerLines } = await simpleParser(raw);
    return new Map(
      headerLines.map(({ key, line }) => [
        key,
        line
          .slice(key.length + 1)
          .replace(/\r?\n\s/g, ' ')
          .trim(),
      ]),
    );
  }

  /** The link of a letter that was sent. */
  async linkOf(letter: Pick<OutboxMessage, 'to'>): Promise<string> {
    const header = (await this.arrived(letter)).get('list-unsubscribe') ?? '';
    return /^<(http[^>]+)>/.exec(header)?.[1] ?? '';
  }

  /** A letter of ours that was sent some time ago, and its link. */
  async sent(letter: Partial<OutboxMessage> = {}): Promise<{ readonly letter: OutboxMessage; readonly link: string }> {
    const sent = aLetter({ ...letter, status: 'settled', outcome: 'sent' });
    await this.world.db.outbox.insertMany([sent]);
    const token = Buffer.from(sent.messageId.slice(1, -1)).toString('base64url');
    return { letter: sent, link: `${this.publicAddress}/u/${token}` };
  }

  async unsubscribed(): Promise<InboundMessage[]> {
    return (await this.world.messages()).filter(({ kind }) => kind === 'unsubscribe');
  }
}

/** What a mail provider posts (RFC 8058, section 3.2). */
export const ONE_CLICK = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
