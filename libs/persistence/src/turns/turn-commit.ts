import type { Language } from '@app/domain/language';
import type { Memory } from '@app/domain/memory';
import type { BookedSlot } from '@app/domain/slot';
import type { Stage } from '@app/domain/stage';
import type { AskedJob } from '@app/llm-jobs/job';
import type { Contact } from '../contacts/contact.schema';
import type { NewConversation } from '../contacts/open-conversation';
import type { ConversationDocument, MailThread } from '../conversations/conversation.schema';
import type { UnfiledMessage } from '../messages/filing';
import type { OutboxMessage } from '../outbox/outbox.schema';
import type { SuppressionReason } from '../recipients/recipient.schema';
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
  /** Messages that are filed with this very commit; it is `stale` if somebody else has filed one. */
  readonly unfiled: readonly UnfiledMessage[];
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
  /** Jobs for a model, to be done by whoever can. */
  readonly jobs: readonly AskedJob[];
  /** Keys of the effects that asked for jobs nobody waits for any more: superseded unless they are settled; their deadline is cancelled. */
  readonly superseded: readonly string[];
  /** Whether the contact's letters are held, or let go; null where they are as they were. */
  readonly hold: 'hold' | 'let-go' | null;
  /** Drafts that may go out, with the operator's own words in place of theirs where there are any. */
  readonly approved: readonly ApprovedDraft[];
  readonly suppressions: readonly NewSuppression[];
  readonly lifts: readonly NewLift[];
  readonly conversations: readonly NewConversation[];
  /** The commit is `stale` if another contact has one of their times. */
  readonly slots: readonly NewSlot[];
  /** Uids of slots to give back. */
  readonly releasedSlots: readonly string[];
  /** Access codes given to this contact; the commit is `stale` if another contact has one of them. */
  readonly accessCodes: readonly string[];
  /** The contact's new language; null when it stays. */
  readonly language: Language | null;
}

export interface ApprovedDraft {
  readonly id: string;
  readonly text: string | null;
  readonly html: string | null;
}

export interface NewSlot extends BookedSlot {
  readonly productId: string;
  readonly contactId: string;
  readonly conversationId: string;
  /** Starts of the calendar's grid cells it takes up, buffer included. */
  readonly cells: readonly Date[];
  readonly at: Date;
}

export interface NewSuppression {
  /** The effect's key. */
  readonly id: string;
  readonly because: SuppressionReason;
  readonly messageId: string | null;
  readonly at: Date;
  /** Every address it covers: the contact's, and the sender's who asked. */
  readonly addresses: readonly string[];
  /** The company domain that is stopped with it; null when the company is not. */
  readonly companyDomain: string | null;
}

export interface NewLift {
  /** The effect's key. */
  readonly id: string;
  /** `bounce`: only what was suppressed because letters came back. */
  readonly of: 'stop' | 'bounce';
  readonly because: 'contact-agreed' | 'contact-wrote' | 'operator-asked';
  /** The contact's words, or the operator's. */
  readonly reason: string;
  readonly at: Date;
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
