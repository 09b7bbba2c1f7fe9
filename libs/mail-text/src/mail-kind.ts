/** Who or what wrote a mail. A hard bounce says the address is dead, a soft one that this letter did not arrive. */
export type MailKind = 'human' | 'auto_reply' | 'bounce_hard' | 'bounce_soft' | 'list' | 'receipt' | 'calendar';
