import { Schema } from 'mongoose';
import type { LlmJob } from '@app/llm-jobs/job';
import { COLLECTIONS } from '../collections';

export const jobSchema = new Schema<LlmJob>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    version: { type: Number, required: true },
    model: { type: String, required: true },
    prompt: { type: String, required: true },
    schema: { type: Schema.Types.Mixed, required: true },
    input: { type: Schema.Types.Mixed, required: true },
    priority: { type: Number, required: true },
    flow: { type: String, required: true },
    status: { type: String, required: true },
    response: { type: String, default: null },
    round: { type: Number, required: true },
    attempts: { type: Number, required: true },
    leaseUntil: { type: Date, default: null },
    claimedBy: { type: String, default: null },
    supersededBy: { type: String, default: null },
    pendingAt: { type: Date, required: true },
    claimedAt: { type: Date, default: null },
    heartbeatAt: { type: Date, default: null },
    completedAt: { type: Date, default: null },
    failedAt: { type: Date, default: null },
    error: { type: String, default: null },
    trace: String,
  },
  { collection: COLLECTIONS.llmJobs, versionKey: false, autoIndex: false, minimize: false },
);
