/** A mail as it was accepted by SMTP, with its envelope. */
export interface AcceptedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly at: Date;
}
