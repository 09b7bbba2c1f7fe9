import type { ImapFlow } from 'imapflow';

/** Of what is larger, only the header is fetched. */
const LARGEST_MAIL = 50 * 1024 * 1024;
const FETCHED_TOGETHER = 100;

/** A mail that is in the open INBOX, before it is fetched. */
export interface ListedMail {
  readonly uid: number;
  readonly size: number;
}

/** A mail of the INBOX; the source is its header only when it is too large. */
export interface InboxMail {
  readonly uid: number;
  readonly source: Buffer;
  readonly isTooLarge: boolean;
}

/** What makes UIDs comparable (RFC 9051, section 2.3.1.1), in decimal; throws when the INBOX is not open any more. */
export function uidValidity(client: ImapFlow): string {
  return String(openMailbox(client).uidValidity);
}

/** The UID of the newest mail, 0 in an empty mailbox. */
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
  const uids = [...found].sort((one, other) => one - other);
  const mails: ListedMail[] = [];
  for (const some of inParts(uids)) mails.push(...(await list(client, some.join(','))));
  return mails;
}

/**
 * Fetches mails in their order; one that is gone meanwhile is left out. BODY.PEEK: none becomes read.
 * Throws when the server kept one back: the cursor must not pass it.
 */
export async function* fetchMails(client: ImapFlow, listed: readonly ListedMail[]): AsyncIterable<InboxMail> {
  for (const mails of inParts(listed)) {
    const fetched = new Set<number>();
    const range = mails.filter(({ size }) => size <= LARGEST_MAIL).map(({ uid }) => uid);
    if (range.length > 0) {
      for await (const { uid, source } of client.fetch(range.join(','), { uid: true, source: true }, { uid: true })) {
        if (!source || source.length === 0) continue;
        fetched.add(uid);
        yield { uid, source, isTooLarge: false };
      }
    }
    for (const { uid } of mails.filter(({ size }) => size > LARGEST_MAIL)) {
      const mail = await client.fetchOne(String(uid), { uid: true, headers: true }, { uid: true });
      if (!mail || !mail.headers) continue;
      fetched.add(uid);
      yield { uid, source: mail.headers, isTooLarge: true };
    }
    await makeSureTheyAreGone(
      client,
      mails.map(({ uid }) => uid).filter((uid) => !fetched.has(uid)),
    );
  }
}

async function makeSureTheyAreGone(client: ImapFlow, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return;
  const standing = await list(client, uids.join(','));
  if (standing.length > 0) throw new Error(`the server did not give ${String(standing.length)} of its mails`);
}

function openMailbox(client: ImapFlow): Exclude<ImapFlow['mailbox'], boolean> {
  if (typeof client.mailbox === 'boolean') throw new Error('the connection was closed');
  return client.mailbox;
}

async function list(client: ImapFlow, range: string): Promise<ListedMail[]> {
  const mails = await client.fetchAll(range, { uid: true, size: true }, { uid: true });
  return mails.map(({ uid, size }) => ({ uid, size: size ?? 0 })).sort((one, other) => one.uid - other.uid);
}

function* inParts<T>(all: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < all.length; at += FETCHED_TOGETHER) yield all.slice(at, at + FETCHED_TOGETHER);
}
