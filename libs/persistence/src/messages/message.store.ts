import { Injectable } from '@nestjs/common';
import { SpanKind, type Span } from '@opentelemetry/api';
import type { ClientSession } from 'mongodb';
import { callsTogether } from '../calls-together';
import { COLLECTIONS } from '../collections';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import { insertNew } from '../insert-new';
import type { Change } from '../feed/change';
import { KeyRing } from '../keys/key-ring';
import { contentOf, keepContents, type Contents } from './attachment-contents';
import { erasedAmong } from './erased-messages';
import type { Filing, UnfiledMessage } from './filing';
import { findConversation, readToFile } from './find-conversation';
import { updateEach } from '../write-all';
import { beginSpan, endFailed, traceOf } from '../tracing/trace';
import { messageStored, type StoredMessage } from './message-stored';
import type { MessageToFile } from './message-to-file';
import { NOT_FILED } from './message.queries';
import type { InboundMessage } from './message.schema';

/** The messages that came in, each stored once. */
@Injectable()
export class MessageStore {
  private readonly readTogether = callsTogether((ids: readonly string[]) => readToFile(this.db, ids));
  private readonly fileTogether = callsTogether((messages: readonly UnfiledMessage[]) => this.fileAll(messages));

  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Stores a message durably, and with it, or not at all, what its attachments hold. The same one again is
   * `already-stored`, one that was removed with its sender `erased`.
   */
  async store(message: InboundMessage, contents: Contents = NOTHING): Promise<StoredMessage['result']> {
    const { span, message: traced } = receiving(message);
    try {
      const result = await this.keep(traced, contents);
      span.setAttribute('result', result);
      span.end();
      messageStored.tell({ message, result });
      return result;
    } catch (error) {
      endFailed(span, error);
      throw error;
    }
  }

  /**
   * The same of several that have no attachments, in one round trip, in their order. The ids of those that were stored
   * now: should it throw, the first ones may be, and it is to be done again with all.
   */
  async storeAll(messages: readonly InboundMessage[]): Promise<ReadonlySet<string>> {
    const erased = await erasedAmong(
      this.db,
      this.keys,
      messages.map(({ _id }) => _id),
    );
    const received = messages.filter(({ _id }) => !erased.has(_id)).map(receiving);
    try {
      const stored = await insertNew(
        this.db.native(this.db.messages),
        received.map(({ message }) => message),
      );
      for (const { message } of received) {
        messageStored.tell({ message, result: stored.has(message._id) ? 'stored' : 'already-stored' });
      }
      return stored;
    } finally {
      for (const { span } of received) span.end();
    }
  }

  /** What an attachment holds; null when it is not kept. */
  contentOf(sha256: string): Promise<Buffer | null> {
    return contentOf(this.db, sha256);
  }

  async find(id: string): Promise<InboundMessage | null> {
    return this.db.native(this.db.messages).findOne({ _id: id });
  }

  /** A mail that could not be read, as it came; null for every other. */
  async rawOf(id: string): Promise<Uint8Array | null> {
    const options = { projection: { raw: 1 }, promoteBuffers: true };
    return (await this.db.native(this.db.messages).findOne({ _id: id }, options))?.raw ?? null;
  }

  /** The messages of a conversation, oldest first, without the raw mail. */
  async ofConversation(conversationId: string): Promise<Omit<InboundMessage, 'raw'>[]> {
    return this.db.messages
      .find({ conversationId }, { raw: 0 })
      .sort({ storedAt: 1, order: 1 })
      .lean<Omit<InboundMessage, 'raw'>[]>();
  }

  /** The latest of what people wrote in a conversation, the newest first. */
  latestWords(conversationId: string, limit: number): Promise<Pick<InboundMessage, '_id' | 'text' | 'storedAt'>[]> {
    return this.db
      .native(this.db.messages)
      .find({ conversationId, kind: 'human' }, { projection: { text: 1, storedAt: 1 } })
      .sort({ storedAt: -1, order: -1 })
      .limit(limit)
      .toArray();
  }

  /** Ids of what no conversation has been found for yet, in pages, in the order in which they were stored. */
  async *notFiled(): AsyncIterable<string> {
    const found = this.db.native(this.db.messages).find(NOT_FILED, { projection: { _id: 1 } });
    for await (const { _id } of found) yield _id;
  }

  /** What is known of a message that is to be filed; null when it is filed already. */
  toFile(id: string): Promise<MessageToFile | null> {
    return this.readTogether(id);
  }

  /** Whose conversation it belongs to; null when nothing tells. */
  match(toFile: MessageToFile): Promise<Filing | null> {
    return findConversation(this.db, toFile);
  }

  /** Files a message under its conversation. Null when it is not known to be this call that filed it: the feed tells then. */
  async file(id: string, filing: Filing): Promise<Change | null> {
    const isFiled = await this.fileTogether({ id, filing });
    const set = { state: 'filed', unhandledFor: filing.conversationId } as const;
    return isFiled ? { collection: COLLECTIONS.messages, operation: 'update', id, set } : null;
  }

  /** Shows the operator why a message cannot be filed. */
  async quarantine(id: string, because: string): Promise<void> {
    await this.db.messages.updateOne({ _id: id, ...NOT_FILED }, { $set: { quarantined: because } });
  }

  /** Keeps a message that belongs to no conversation: the operator sees it, nobody answers it. */
  async leaveUnmatched(id: string): Promise<void> {
    await this.db.messages.updateOne({ _id: id, state: 'new' }, { $set: { state: 'unmatched' } });
  }

  /** The newest of what matched nothing. */
  async unmatched(limit: number): Promise<InboundMessage[]> {
    return this.db.messages.find({ state: 'unmatched' }).sort({ storedAt: -1 }).limit(limit).lean<InboundMessage[]>();
  }

  /** Whether it has filed each of them. */
  private async fileAll(messages: readonly UnfiledMessage[]): Promise<readonly boolean[]> {
    const updates = messages.map(({ id, filing }) => ({
      filter: { _id: id, state: 'new' } as const,
      update: { $set: { ...filing, state: 'filed', unhandledFor: filing.conversationId } } as const,
    }));
    // Not waited for by a majority: the turn that takes the message is.
    const areFiled = await updateEach(this.db.native(this.db.messages), updates, { writeConcern: { w: 1 } });
    return messages.map(() => areFiled);
  }

  private async keep(message: InboundMessage, contents: Contents): Promise<StoredMessage['result']> {
    if ((await erasedAmong(this.db, this.keys, [message._id])).size > 0) return 'erased';
    if (contents.size === 0) return this.insert(message);
    return this.db.transaction<'stored' | 'already-stored'>(async (session, abort) => {
      if ((await this.insert(message, session)) === 'already-stored') return abort('already-stored');
      await keepContents(this.db, session, contents);
      return 'stored';
    });
  }

  private async insert(message: InboundMessage, session?: ClientSession): Promise<'stored' | 'already-stored'> {
    try {
      await this.db.native(this.db.messages).insertOne(message, session ? { session } : {});
      return 'stored';
    } catch (error) {
      if (isDuplicateKey(error)) return 'already-stored';
      throw error;
    }
  }
}

/** The message as it is stored: it carries the trace that begins with it. */
function receiving(message: InboundMessage): { readonly span: Span; readonly message: InboundMessage } {
  const { _id, channel, accountId: account, kind } = message;
  const attributes = { message: _id, account, kind };
  const span = beginSpan(`receive ${channel}`, { kind: SpanKind.PRODUCER, attributes, after: [] });
  return { span, message: { ...message, ...traceOf(span) } };
}

const NOTHING: Contents = new Map();
