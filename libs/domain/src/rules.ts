/**
 * The product's settings a decision needs, resolved for one contact. They travel in the event, so a replay decides
 * the same.
 */
export interface Rules extends LocalCalendar {
  readonly offerIgnoredAfterDays: number;
  /** How often silence is answered with a `follow-up` before the offer counts as ignored. */
  readonly followUps: number;
  readonly postponeByDefaultDays: number;
  readonly demo: 'access' | 'slot';
  readonly demoFollowUpAfterDays: number;
  readonly stopConfirmed: boolean;
  /** Whether a contact who says stop and names a colleague in the same breath is thanked; any other one always is. */
  readonly redirectThanks: boolean;
  /** Whether one contact's stop stops the contact's whole company. */
  readonly stopCompany: boolean;
  /** Whether drafts wait for the operator. */
  readonly approval: 'autopilot' | 'approve';
  /** Whether a substitute whom an absence names is written to; otherwise the operator is told of each. */
  readonly followSubstitutes: boolean;
  /** The most answers within an hour: who gets more may be a machine. */
  readonly answersPerHour: number;
  /** A reading that is less sure than this is a person's, 0 to 1. */
  readonly handOverBelow: number;
  /** What a model may be asked for now; null when none is named, or too much waits for it already. */
  readonly model: ModelRules | null;
}

export interface ModelRules {
  /** On the contact's channel; then we go on without it. */
  readonly answerWithinSeconds: number;
  /** What it may draft, besides reading. */
  readonly writes: { readonly answers: boolean; readonly openings: boolean };
}

/** When people work where the contact is. */
export interface LocalCalendar {
  /** IANA name; the contact's own, or the product's. */
  readonly timeZone: string;
  /** `HH:MM`, local to `timeZone`. */
  readonly workingHours: { readonly from: string; readonly to: string };
  /** Local days on which nobody works besides Saturdays and Sundays, `YYYY-MM-DD`, for the year to come. */
  readonly holidays: readonly string[];
}
