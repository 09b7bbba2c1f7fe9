import type { ImapFlow } from 'imapflow';

/** Of what is larger, only the header is fetched. */
const LARGEST_MAIL = 50 * 1024 * 1024;
const FETCHED_TOGETHER = 100;

/** A mail that is in the open folder, before it is fetched. */
export interface ListedMail {
  readonly uid: number;
  readonly size: number;
}

/** A mail of the open folder. */
export interface FolderMail {
  readonly uid: number;
  /** Without its content the header, or nothing where the server gives not even that. */
  readonly source: Buffer;
  /** Why it is without its content; null when it is whole. */
  readonly without: null | 'too-large' | 'kept-back';
}

/** What makes UIDs comparable (RFC 9051, section 2.3.1.1), in decimal; throws when no folder is open any more. */
export function uidValidity(client: ImapFlow): string {
  return String(openMailbox(client).uidValidity);
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
  const uids = [...found].sort((one, other) => one - other);
  const mails: ListedMail[] = [];
  for (const some of inParts(uids)) mails.push(...(await list(client, some.join(','))));
  return mails;
}

/**
 * Fetches mails in their order; one that is gone meanwhile is left out. BODY.PEEK: none becomes read.
 * What the server lists and keeps back comes last, without its content, when `giveUp` says so; otherwise this throws
 * after all the others: the cursor must not pass it.
 */
export async function* fetchMails(
  client: ImapFlow,
  listed: readonly ListedMail[],
  giveUp: (uid: number) => boolean,
): AsyncIterable<FolderMail> {
  const missing = new Set(listed.map(({ uid }) => uid));
  for (const mails of inParts(listed)) {
    for await (const mail of fetchGiven(client, mails)) {
      missing.delete(mail.uid);
      yield mail;
    }
  }
  const keptBack = await stillListed(client, [...missing]);
  const awaited = keptBack.filter((uid) => !giveUp(uid));
  if (awaited.length > 0) throw new Error(`the server did not give ${String(awaited.length)} of its mails`);
  for (const uid of keptBack) {
    // A server that stumbles over the mail may stumble over its header too, and end the connection.
    const header = await fetchHeader(client, uid).catch(() => undefined);
    yield { uid, source: header ?? Buffer.alloc(0), without: 'kept-back' };
  }
}

/** The Message-IDs that each mail has, and those it had before a server on its way gave it another; by UID. */
export async function messageIdsOf(
  client: ImapFlow,
  listed: readonly ListedMail[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const ids = new Map<number, readonly string[]>();
  for (const mails of inParts(listed)) {
    const range = mails.map(({ uid }) => uid).join(',');
    for await (const { uid, headers } of client.fetch(range, { uid: true, headers: MESSAGE_IDS }, { uid: true })) {
      ids.set(uid, headers?.toString('latin1').match(/<[^<>\s]+>/g) ?? []);
    }
  }
  return ids;
}

const MESSAGE_IDS = ['message-id', 'x-microsoft-original-message-id', 'x-google-original-message-id'];

async function* fetchGiven(client: ImapFlow, mails: readonly ListedMail[]): AsyncIterable<FolderMail> {
  const range = mails.filter(({ size }) => size <= LARGEST_MAIL).map(({ uid }) => uid);
  if (range.length > 0) {
    for await (const { uid, source } of client.fetch(range.join(','), { uid: true, source: true }, { uid: true })) {
      if (source && source.length > 0) yield { uid, source, without: null };
    }
  }
  for (const { uid } of mails.filter(({ size }) => size > LARGEST_MAIL)) {
    const source = await fetchHeader(client, uid);
    if (source) yield { uid, source, without: 'too-large' };
  }
}

async function fetchHeader(client: ImapFlow, uid: number): Promise<Buffer | undefined> {
  const mail = await client.fetchOne(String(uid), { uid: true, headers: true }, { uid: true });
  return mail ? mail.headers : undefined;
}

async function stillListed(client: ImapFlow, missing: readonly number[]): Promise<number[]> {
  const mails: ListedMail[] = [];
  for (const uids of inParts(missing)) mails.push(...(await list(client, uids.join(','))));
  return mails.map(({ uid }) => uid);
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
