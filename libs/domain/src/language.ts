export const LANGUAGES = ['ru', 'en'] as const;

/** The languages a letter can be written in. */
export type Language = (typeof LANGUAGES)[number];
