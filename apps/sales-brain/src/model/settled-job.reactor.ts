import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import type { Change } from '@app/persistence/feed/change';
import { NOTHING_LEFT, type InWork, type Reaction, type Reactor } from '@app/runtime/work/reactor';

/** Wakes the conversation that waits for a job which is settled; the conversation itself takes what came of it. */
@Injectable()
export class SettledJobReactor implements Reactor {
  readonly name = 'settled-job';
  readonly batch = 1;
  readonly concurrency = 8;

  constructor(private readonly conversations: ConversationStore) {}

  keyOf({ collection, id, set }: Change): string | undefined {
    const isSettled = set.status === 'completed' || set.status === 'failed';
    return collection === COLLECTIONS.llmJobs && isSettled ? id : undefined;
  }

  /** What was settled unseen is among what the conversations wait for. */
  waiting(): AsyncIterable<string> {
    return NOTHING;
  }

  async react([jobId]: readonly string[], { wake }: InWork): Promise<Reaction> {
    const id = jobId === undefined ? null : await this.conversations.whoAskedFor(jobId);
    if (id !== null)
      wake({ collection: COLLECTIONS.conversations, operation: 'update', id, set: { unhandledFor: id } });
    return NOTHING_LEFT;
  }
}

const NOTHING: AsyncIterable<string> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
