import type { Recovered } from './recover';

/** What a recovery came to, and what is left for the operator. */
export function recoveryInWords({ lettersGivenUp, stopsBroughtBack, journal, ...rest }: Recovered): string {
  return [
    `${counted(lettersGivenUp, 'letter')} on the way in the backup may have left since; none is sent again.`,
    journal === null
      ? 'LEDGER_JOURNAL is not set: stops since the backup that came by other ways than mail are not known.'
      : `${counted(stopsBroughtBack, 'entry', 'entries')} of the ledger came back from ${journal}.`,
    ...(rest.ended ? ENDED : missing(rest)),
  ].join('\n');
}

const ENDED = [
  'All mail since the backup is read. Letters leave again.',
  'What was answered to it waits for you: sales-agent draft list. Who has to be looked after: sales-agent contact list --waiting-for-me',
];

function missing({ unread, waiting }: Pick<Recovered, 'unread' | 'waiting'>): string[] {
  return [
    ...(unread.length > 0
      ? [`The mail of ${unread.join(', ')} is not read yet; see that a mail-gateway runs and reaches the mailbox.`]
      : []),
    ...(waiting > 0 ? [`${counted(waiting, 'thing')} still to be decided; see that a sales-brain runs.`] : []),
    'Nothing is sent until then. Run the same command again to go on.',
  ];
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
