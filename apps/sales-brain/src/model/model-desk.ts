import { Injectable } from '@nestjs/common';
import type { ConversationEvent } from '@app/domain/event';
import { PRIORITIES, type SettledJob } from '@app/llm-jobs/job';
import type { Surroundings } from '../turns/surroundings';
import type { TurnDraft } from '../turns/turn-draft';
import { ModelAsker } from './model-asker';
import { ModelQueue } from './model-queue';
import { SettlementReader } from './settlement-reader';

/** What the turns of a commit have to do with a model. Where none is named and nothing is asked for, it reads nothing. */
@Injectable()
export class ModelDesk {
  constructor(
    private readonly queue: ModelQueue,
    private readonly settlements: SettlementReader,
    private readonly asker: ModelAsker,
  ) {}

  /** An event that opens a conversation, as if no model were named while too many openings wait for one. */
  async opening<Event extends ConversationEvent>(event: Event, { product }: Surroundings): Promise<Event> {
    if (!event.rules.model?.writes.openings) return event;
    return { ...event, rules: await this.queue.unlessFull(event.rules, product, PRIORITIES.bulk) };
  }

  /** What came of a job, as an event; null when the conversation does not wait for it any more. */
  settled(job: SettledJob, draft: TurnDraft, around: Surroundings): Promise<ConversationEvent | null> {
    return this.settlements.read(job, draft, around);
  }

  /** Makes a job of what the commit asks for in the end. */
  ask(draft: TurnDraft, around: Surroundings): Promise<void> {
    return this.asker.ask(draft, around);
  }
}
