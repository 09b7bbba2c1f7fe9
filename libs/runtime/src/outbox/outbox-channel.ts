import type { Channel } from '@app/domain/channel';
import type { Change } from '@app/persistence/feed/change';
import type { SendingAccount } from '@app/persistence/outbox/may-leave';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** An account of a channel, as the operator calls it. */
export interface ChannelAccount extends SendingAccount {
  readonly name: string;
}

/** The way out of one channel: what a gateway does with its letters. When it is their turn, the outbox's reactor says. */
export abstract class OutboxChannel<Account extends ChannelAccount = ChannelAccount> {
  abstract readonly channel: Channel;

  /** Those that letters may leave from now. */
  abstract accounts(): Promise<readonly Account[]>;

  /** Takes leased letters of an account to their settlement, or puts them back; what it throws puts back the unclaimed. */
  abstract send(leased: readonly OutboxMessage[], from: Account): Promise<void>;

  /** Whether a change may let letters leave that an account held back. */
  abstract frees(change: Change): boolean;

  /** Everything is about to be looked at: changes may have gone by unseen, and others may have died amid their work. */
  abstract beforeLook(): Promise<void>;
}
