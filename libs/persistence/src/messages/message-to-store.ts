import type { InboundMessage } from './message.schema';

/** A message as it is stored, and what its attachments hold that are kept, by the hex SHA-256 of it. */
export interface MessageToStore {
  readonly message: InboundMessage;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}
