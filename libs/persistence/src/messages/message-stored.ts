import { happening } from '../happening';
import type { InboundMessage } from './message.schema';

export interface StoredMessage {
  readonly message: InboundMessage;
  readonly result: 'stored' | 'already-stored' | 'erased';
}

/** A gateway offered a message, and this came of it. */
export const messageStored = happening<StoredMessage>('message-stored');
