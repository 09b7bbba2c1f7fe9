/** What a model is asked: a prompt that needs nothing beside it, the version of its text, and what it was made of. */
export interface ModelQuestion {
  readonly version: number;
  readonly prompt: string;
  /** By the names of the job's input schema. */
  readonly input: Readonly<Record<string, unknown>>;
}
