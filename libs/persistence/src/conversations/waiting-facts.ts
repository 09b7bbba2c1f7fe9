import type { SettledJob } from '@app/llm-jobs/job';
import type { Command } from '../commands/command.schema';
import type { Filing } from '../messages/filing';
import type { InboundMessage } from '../messages/message.schema';
import type { OutboxMessage } from '../outbox/outbox.schema';
import type { Timer } from '../timers/timer.schema';

/** Something that happened to a conversation and that no turn has taken yet. */
export type WaitingFact =
  | { readonly type: 'opening' }
  | {
      readonly type: 'message';
      readonly message: InboundMessage;
      /** An older message of the same sender is not filed yet. */
      readonly isPreceded: boolean;
      /** Where the commit that takes it has to file it; null when it is filed. */
      readonly toFile: Filing | null;
    }
  | { readonly type: 'delivery'; readonly letter: OutboxMessage }
  /** What the conversation asked a model for has come to an end. */
  | { readonly type: 'settlement'; readonly job: SettledJob }
  | { readonly type: 'timer'; readonly timer: Timer }
  | { readonly type: 'command'; readonly command: Command };
