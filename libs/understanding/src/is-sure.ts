import type { Reading } from '@app/domain/reading';

/** From this confidence on, more than 95 % of the offline engine's readings are right; measured by `npm run eval`. */
export const SURE_FROM = 0.5;

/** Whether a reading is acted on without asking anybody: from `from` on; a stop is heeded however unsure. */
export function isSure({ intents, confidence }: Pick<Reading, 'intents' | 'confidence'>, from = SURE_FROM): boolean {
  return confidence >= from || intents.some(({ type }) => type === 'stop');
}
