import type { Database } from '../database';
import type { InboundMessage } from '../messages/message.schema';
import type { Person } from './person';
import { redactorOf } from './redact';

/** Messages of no conversation in which one of the person's addresses stands: a bounce that quotes it, a copy. */
export async function* unmatchedNaming(db: Database, { addresses }: Person): AsyncIterable<InboundMessage> {
  const redact = redactorOf({ addresses, names: [] });
  for await (const message of db.native(db.messages).find({ state: 'unmatched' })) {
    if (redact(message) !== message) yield message;
  }
}
