/** What a conversation waits for. */
export const STAGES = [
  'drafting-offer',
  'awaiting-start',
  'awaiting-reply',
  'understanding',
  'answering',
  'postponed',
  'awaiting-colleague',
  'in-demo',
  'handed-over',
  'redirected',
  'offer-ignored',
  'stopped',
  'unreachable',
] as const;

export type Stage = (typeof STAGES)[number];
