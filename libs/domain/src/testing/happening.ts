import type { Channel } from '../channel';
import type { ChatChanged, Colleague, ContactAsked, MachineWrote } from '../event';
import type { Intent } from '../intent';
import type { CalendarAnswer } from '../machine-facts';
import type { Reading } from '../reading';
import type { OfflineDoubts } from '../reads-by-model';
import type { Rules } from '../rules';

/** What can happen in the world around a conversation. `place` picks one of the things there are, whatever it is. */
export type Happening =
  /** Written, and read at once or after something else. */
  | {
      readonly type: 'contact-says';
      readonly by: Channel;
      readonly saying: Saying;
      readonly meanwhile: Happening | null;
    }
  | { readonly type: 'contact-writes'; readonly by: Channel; readonly senderKnown: boolean }
  | { readonly type: 'message-is-read'; readonly place: number; readonly saying: Saying }
  | { readonly type: 'reading-fails'; readonly place: number }
  /** What it was asked for; a late answer is one nobody waits for any more. */
  | { readonly type: 'model-answers'; readonly how: ModelAnswer; readonly saying: Saying; readonly isLate: boolean }
  | { readonly type: 'machine-writes'; readonly kind: MachineWrote['kind']; readonly aboutContact: boolean }
  | { readonly type: 'contact-is-away'; readonly days: number | null; readonly substitutes: readonly Colleague[] }
  /** The calendar answers for the contact, to the invitation that stands or to another one. */
  | { readonly type: 'calendar-answers'; readonly answer: CalendarAnswer['answer']; readonly toTheSlot: boolean }
  | { readonly type: 'contact-unsubscribes' }
  /** Claimed, settled and learnt of at once. */
  | { readonly type: 'letter-goes-out'; readonly place: number; readonly how: SettledAs }
  | { readonly type: 'gateway-claims'; readonly place: number }
  | { readonly type: 'gateway-settles'; readonly place: number; readonly how: SettledAs }
  | { readonly type: 'settlement-is-learnt'; readonly place: number }
  | { readonly type: 'it-was-sent-after-all'; readonly place: number }
  | { readonly type: 'time-passes'; readonly hours: number }
  | { readonly type: 'timer-comes-due'; readonly place: number }
  | { readonly type: 'operator'; readonly does: OperatorAct }
  | { readonly type: 'draft-is-decided'; readonly place: number; readonly how: 'approved' | 'edited' | 'rejected' }
  | { readonly type: 'letter-is-cancelled'; readonly place: number }
  | { readonly type: 'letter-is-retried'; readonly place: number }
  | { readonly type: 'contact-starts'; readonly joins: boolean; readonly suppressed: boolean }
  | { readonly type: 'contact-asks'; readonly letter: ContactAsked['letter'] }
  | { readonly type: 'chat-changes'; readonly change: ChatChanged['change'] }
  | { readonly type: 'address-is-on-a-list' }
  | { readonly type: 'approval-changes'; readonly approval: Rules['approval'] }
  | { readonly type: 'an-event-comes-again'; readonly place: number };

export type SettledAs = 'sent' | 'retry' | 'address' | 'content' | 'uncertain';

export type OperatorAct = 'replies' | 'writes' | 'releases' | 'takes-over' | 'stops' | 'stops-company' | 'resumes';

export type ModelAnswer = 'well' | 'nothing-found' | 'wrongly' | 'never';

/** What a reader makes of a message, with what the brain finds for it. */
export interface Saying extends Pick<Reading, 'confidence' | 'consent' | 'language'> {
  readonly intents: readonly ((now: Date) => Intent)[];
  readonly passages: readonly string[];
  readonly colleagues: readonly Colleague[];
  readonly accessCode: string | null;
  /** How the offline engine reads it, where a model may be asked. */
  readonly doubts: OfflineDoubts;
  /** Which of the next slots others have. */
  readonly taken: readonly number[];
}
