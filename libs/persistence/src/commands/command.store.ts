import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { NOT_TAKEN } from './command.queries';
import type { Command, CommandBody } from './command.schema';

/** What the operator asked for and a brain carries out. */
@Injectable()
export class CommandStore {
  constructor(private readonly db: Database) {}

  /** Queues a command; its id answers for it. */
  async queue(body: CommandBody): Promise<string> {
    const id = randomUUID();
    await this.db.commands.insertOne({ _id: id, body, status: 'pending', because: null, createdAt: new Date() });
    return id;
  }

  /** Queues a command under an id of its own; one that stands already stays as it is. */
  async queueOnce(id: string, body: CommandBody): Promise<void> {
    const command = { body, status: 'pending', because: null, createdAt: new Date() } as const;
    await this.db.commands.updateOne({ _id: id }, { $setOnInsert: command }, { upsert: true });
  }

  async find(id: string): Promise<Command | null> {
    return this.db.commands.findById(id).lean<Command>();
  }

  async findAll(ids: readonly string[]): Promise<Command[]> {
    return this.db.commands.find({ _id: { $in: ids } }).lean<Command[]>();
  }

  /** Ids of commands nobody has looked at yet. */
  async *notTaken(): AsyncIterable<string> {
    const found = this.db.native(this.db.commands).find(NOT_TAKEN, { projection: { _id: 1 } });
    for await (const { _id } of found) yield _id;
  }

  /** Hands a command to a conversation, whose next turns take it. */
  async file(id: string, conversationId: string): Promise<void> {
    await this.db.commands.updateOne({ _id: id, ...NOT_TAKEN }, { $set: { unhandledFor: conversationId } });
  }

  /** Shows the operator why a command cannot be carried out. */
  async quarantine(id: string, because: string): Promise<void> {
    await this.db.commands.updateOne({ _id: id, ...NOT_TAKEN }, { $set: { quarantined: because } });
  }

  async refuse(id: string, because: string): Promise<void> {
    await this.db.commands.updateOne(
      { _id: id, status: 'pending' },
      { $set: { status: 'refused', because }, $unset: { unhandledFor: 1 } },
    );
  }
}
