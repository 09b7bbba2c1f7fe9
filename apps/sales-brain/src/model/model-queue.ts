import { Injectable } from '@nestjs/common';
import type { Rules } from '@app/domain/rules';
import type { JobPriority } from '@app/llm-jobs/job';
import { JobStore } from '@app/persistence/jobs/job.store';
import type { Product } from '@app/product/product';

/** Whether a model is worth waiting for at this moment. */
@Injectable()
export class ModelQueue {
  constructor(private readonly jobs: JobStore) {}

  /** The rules as they are while more waits for the model than the product allows: as if none were named. */
  async unlessFull(rules: Rules, { settings }: Product, priority: JobPriority): Promise<Rules> {
    if (!rules.model) return rules;
    return (await this.jobs.isFull(priority, settings.model.queueLimit)) ? { ...rules, model: null } : rules;
  }
}
