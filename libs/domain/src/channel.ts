/** The channels a contact can be reached on. */
export const CHANNELS = ['email', 'telegram'] as const;

export type Channel = (typeof CHANNELS)[number];
