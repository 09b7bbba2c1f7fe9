import type { ChosenModel } from '../choices';

/** What a service of the demo is told; nothing of the person's own environment is. */
export interface DemoSettings {
  readonly mongodbUri: string;
  readonly mongodbDatabase: string;
  readonly keyFile: string;
}

/** The whole environment of a service: a demo's own database, a clock that can be moved, and no mail to any other machine. */
export function serviceEnvironment({ mongodbUri, mongodbDatabase, keyFile }: DemoSettings): Record<string, string> {
  return {
    MONGODB_URI: mongodbUri,
    MONGODB_DATABASE: mongodbDatabase,
    KEY_FILE: keyFile,
    MAIL_LOOPBACK_ONLY: 'true',
    MOVABLE_CLOCK: 'true',
  };
}

/** The whole environment of the program beside the model: it has no keys, and sends no mail. */
export function hostEnvironment(
  { mongodbUri, mongodbDatabase }: DemoSettings,
  { endpoint, name }: ChosenModel,
): Record<string, string> {
  return {
    MONGODB_URI: mongodbUri,
    MONGODB_DATABASE: mongodbDatabase,
    LLM_ENDPOINT: endpoint,
    LLM_MODEL: name,
  };
}
