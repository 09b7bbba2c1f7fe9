import type { ConversationEvent } from '@app/domain/event';

/** An event without its identity and its moment, which the simulation gives it. */
export type Happening = Without<ConversationEvent, 'id' | 'at' | 'rules'>;

/** `Omit` for each member of a union. */
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
