import type { Memory } from '@app/domain/memory';
import type { Stage } from '@app/domain/stage';
import type { Contact } from '../contacts/contact.schema';
import type { NewConversation } from '../contacts/open-conversation';
import type { ConversationDocument, MailThread } from '../conversations/conversation.schema';
import type { OutboxMessage } from '../outbox/outbox.schema';
import type { Timer } from '../timers/timer.schema';
import type { Turn } from './turn.schema';

/** Everything one commit writes: a conversation at its next revision, and all that follows from its turns. */
export interface TurnCommit {
  /** As it was leased and loaded; the commit matches its epoch and its revision. */
  readonly conversation: ConversationDocument;
  readonly contact: Contact;
  readonly stage: Stage;
  readonly memory: Memory;
  readonly thread: MailThread;
  readonly turns: readonly Turn[];
  readonly handled: Handled;
  readonly writes: Writes;
}

/** The facts the turns were made of; each is marked so that it is never taken again. */
export interface Handled {
  readonly messages: readonly string[];
  readonly deliveries: readonly string[];
  readonly timers: readonly string[];
  readonly commands: readonly { readonly id: string; readonly refusedBecause: string | null }[];
}

/** The turns' effects, as documents. */
export interface Writes {
  readonly letters: readonly OutboxMessage[];
  /** Stored letters to take back; the commit is `stale` if a gateway has begun with one of them. */
  readonly withdrawn: readonly string[];
  readonly repeated: readonly string[];
  /** Cancels every stored letter of the contact that has not begun to leave. */
  readonly cancelLetters: boolean;
  readonly timers: readonly Timer[];
  readonly cancelTimers: boolean;
  readonly suppressions: readonly NewSuppression[];
  readonly conversations: readonly NewConversation[];
}

export interface NewSuppression {
  /** The effect's key. */
  readonly id: string;
  readonly because: 'contact-asked' | 'operator-asked';
  readonly messageId: string | null;
  readonly at: Date;
  /** Every address it covers: the contact's, and the sender's who asked. */
  readonly addresses: readonly string[];
}

/**
 * `stale`: what was loaded is no longer so (a lost fence, a letter on its way, an address just stopped): load again.
 * `already-taken`: one of the turns stands already: leave it out.
 */
export type CommitResult = 'committed' | 'stale' | 'already-taken';

/** What a transaction took back. */
export interface Cancelled {
  readonly letters: readonly string[];
  readonly timers: readonly string[];
}
