/** Submission hosts of the providers that put what they send into the folder of sent mail by themselves. */
const KEEP_SENT: ReadonlySet<string> = new Set([
  'smtp.gmail.com',
  'smtp.googlemail.com',
  'smtp.office365.com',
  'outlook.office365.com',
  'smtp-mail.outlook.com',
]);

/** Whether the provider behind an SMTP host is known to keep what it sends; then a copy of ours would be a second one. */
export function isKnownToKeepSent({ host }: { readonly host: string }): boolean {
  return KEEP_SENT.has(host.toLowerCase());
}
