/** The product's settings a decision needs, resolved for one contact. They travel in the event, so a replay decides the same. */
export interface Rules {
  readonly offerIgnoredAfterDays: number;
  readonly postponeByDefaultDays: number;
  readonly demoFollowUpAfterDays: number;
  readonly stopConfirmed: boolean;
  readonly redirectThanks: boolean;
  /** IANA name; the contact's own, or the product's. */
  readonly timeZone: string;
  /** `HH:MM`, local to `timeZone`. */
  readonly workingHours: { readonly from: string; readonly to: string };
}
