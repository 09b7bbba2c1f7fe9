const FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as the operator's wall clock shows it. */
export function momentInWords(moment: Date): string {
  return FORMAT.format(moment);
}
