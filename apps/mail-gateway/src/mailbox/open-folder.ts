import type { ImapFlow } from 'imapflow';

const LISTED_TOGETHER = 500;

/** A mail that is in the open folder, before it is fetched. */
export interface ListedMail {
  readonly uid: number;
  /** In bytes. */
  readonly size: number;
}

/** What makes UIDs comparable (RFC 9051, section 2.3.1.1), in decimal; throws when no folder is open any more. */
export function uidValidity(client: ImapFlow): string {
  return String(openMailbox(client).uidValidity);
}

/** Above every UID the folder had when it was opened; 0 where the server did not say. */
export function nextUidAtOpening(client: ImapFlow): number {
  return openMailbox(client).uidNext || 0;
}

/** The UID of the newest mail, 0 in an empty folder. */
export async function newestUid(client: ImapFlow): Promise<number> {
  if (openMailbox(client).exists === 0) return 0;
  const newest = await client.fetchOne('*', { uid: true });
  return newest ? newest.uid : 0;
}

/** The mails beyond a UID, oldest first. */
export async function mailsAfter(client: ImapFlow, uid: number): Promise<ListedMail[]> {
  if (openMailbox(client).exists === 0) return [];
  // `n:*` names the last mail even when its UID is below n.
  return (await list(client, `${String(uid + 1)}:*`)).filter((mail) => mail.uid > uid);
}

/** The mails that arrived on this day or later, oldest first. */
export async function mailsSince(client: ImapFlow, day: Date): Promise<ListedMail[]> {
  if (openMailbox(client).exists === 0) return [];
  const found = await client.search({ since: day }, { uid: true });
  if (!Array.isArray(found)) throw new Error('the server did not answer a SEARCH');
  return stillListed(
    client,
    [...found].sort((one, other) => one - other),
  );
}

/** Which of these mails the folder still has, in the order given. */
export async function stillListed(client: ImapFlow, uids: readonly number[]): Promise<ListedMail[]> {
  const mails: ListedMail[] = [];
  for (const some of inParts(uids, LISTED_TOGETHER)) mails.push(...(await list(client, some.join(','))));
  return mails;
}

/** The Message-IDs that each mail has, and those it had before a server on its way gave it another; by UID. */
export async function messageIdsOf(
  client: ImapFlow,
  listed: readonly ListedMail[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const ids = new Map<number, readonly string[]>();
  for (const mails of inParts(listed, LISTED_TOGETHER)) {
    const range = mails.map(({ uid }) => uid).join(',');
    for await (const { uid, headers } of client.fetch(range, { uid: true, headers: MESSAGE_IDS }, { uid: true })) {
      ids.set(uid, headers?.toString('latin1').match(/<[^<>\s]+>/g) ?? []);
    }
  }
  return ids;
}

const MESSAGE_IDS = ['message-id', 'x-microsoft-original-message-id', 'x-google-original-message-id'];

/** Cuts a list into parts of at most so many. */
export function* inParts<T>(all: readonly T[], most: number): Iterable<T[]> {
  for (let at = 0; at < all.length; at += most) yield all.slice(at, at + most);
}

function openMailbox(client: ImapFlow): Exclude<ImapFlow['mailbox'], boolean> {
  if (typeof client.mailbox === 'boolean') throw new Error('the connection was closed');
  return client.mailbox;
}

async function list(client: ImapFlow, range: string): Promise<ListedMail[]> {
  const mails = await client.fetchAll(range, { uid: true, size: true }, { uid: true });
  return mails.map(({ uid, size }) => ({ uid, size: size ?? 0 })).sort((one, other) => one.uid - other.uid);
}
