import type { ImapFlow } from 'imapflow';
import { sentFolder } from '../mailbox/sent-reader';

/** What is asked of an account's folder of sent mail, over a connection of its own; throws what went wrong. */
export class SentFolder {
  private last: Promise<unknown> = Promise.resolve();
  private client: ImapFlow | undefined;
  private path = '';
  private closing: NodeJS.Timeout | undefined;

  constructor(private readonly connect: () => Promise<ImapFlow>) {}

  /** Puts a mail there, read already. */
  append(raw: Buffer): Promise<void> {
    return this.alone(async (client) => {
      if (!(await client.append(this.path, raw, ['\\Seen']))) throw new Error('the server did not take it');
    });
  }

  /** Whether a mail with this Message-ID is there, also under the one it had before its server gave it another. */
  has(messageId: string): Promise<boolean> {
    return this.alone(async (client) => {
      await client.mailboxOpen(this.path, { readOnly: true });
      const or = ID_HEADERS.map((name) => ({ header: { [name]: messageId } }));
      const found = await client.search({ or }, { uid: true });
      if (!Array.isArray(found)) throw new Error('the server did not answer a SEARCH');
      return found.length > 0;
    });
  }

  close(): void {
    clearTimeout(this.closing);
    this.client?.close();
    this.client = undefined;
  }

  /** One after another: a connection does one thing at a time. */
  private alone<T>(ask: (client: ImapFlow) => Promise<T>): Promise<T> {
    const answered = this.last.then(() => this.ask(ask));
    this.last = answered.catch(() => undefined);
    return answered;
  }

  private async ask<T>(ask: (client: ImapFlow) => Promise<T>): Promise<T> {
    clearTimeout(this.closing);
    try {
      return await ask(await this.open());
    } catch (error) {
      this.close();
      throw error;
    } finally {
      this.closing = setTimeout(() => {
        this.close();
      }, OPEN_FOR_MS);
    }
  }

  private async open(): Promise<ImapFlow> {
    if (this.client?.usable) return this.client;
    const client = await this.connect();
    this.client = client;
    this.path = (await sentFolder(client)) ?? (await client.mailboxCreate(NEW_FOLDER)).path;
    return client;
  }
}

const OPEN_FOR_MS = 5_000;
/** As most mail clients call it. */
const NEW_FOLDER = 'Sent';
const ID_HEADERS = ['message-id', 'x-microsoft-original-message-id', 'x-google-original-message-id'];
