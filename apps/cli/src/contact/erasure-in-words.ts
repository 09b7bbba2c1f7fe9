import type { Erasure } from './erasure';

/** An erasure as the operator reads it: what is gone, and where to go for the rest. */
export function erasureInWords({ erased, remains }: Erasure): string {
  const { addresses, messages, letters, turns } = erased;
  const { mailbox, received, sent, journal } = remains;
  return [
    `Erased ${addresses.join(', ')}: ${count(messages, 'message')}, ${count(letters, 'letter')}, ${count(turns, 'turn')}, and all that was noted.`,
    'Nothing is ever sent there again. What remains, and only you can remove:',
    `  the mailbox ${mailbox}${mails('holds', received)}`,
    `  its Sent folder${mails('holds', sent)}`,
    '  the mailboxes of those who got these mails, and the mail servers and their backups in between',
    '  backups of the database and of the files made before today',
    'What remains here on purpose: keyed hashes of the addresses, so that nobody writes there again, and of the mails, so that they are not taken in once more.',
    ...(journal === null ? [] : [`The journal ${journal} holds the same hashes.`]),
  ].join('\n');
}

function mails(verb: string, ids: readonly string[]): string {
  if (ids.length === 0) return ', if a mail of this person is in it';
  return ` ${verb} ${count(ids.length, 'mail')}:\n${ids.map((id) => `    ${id}`).join('\n')}`;
}

function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? '' : 's'}`;
}
