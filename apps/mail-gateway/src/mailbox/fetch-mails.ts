import type { ImapFlow } from 'imapflow';
import { fetchLargeMail } from './fetch-large-mail';
import type { FolderMail } from './folder-mail';
import type { KeptBack } from './kept-back';
import { stillListed, type ListedMail } from './open-folder';

/** What is larger is fetched without its large attachments; in bytes. */
const LARGEST_WHOLE = 10 * 1024 * 1024;

/** Some mails are not given yet: the cursor must not pass them, and they are to be asked for again later. */
export class MailsKeptBack extends Error {
  constructor(count: number) {
    super(`the server did not give ${String(count)} of its mails`);
  }
}

/**
 * Fetches mails in their order, one after another in memory; one that is gone meanwhile is left out. BODY.PEEK: none
 * becomes read. What the server stumbled over before comes after the others, and once it is given up, without its
 * content. Throws `MailsKeptBack` behind all the others when some are to be tried again.
 */
export async function* fetchMails(
  client: ImapFlow,
  listed: readonly ListedMail[],
  keptBack: KeptBack,
): AsyncIterable<FolderMail> {
  const missing: number[] = [];
  for (const run of runsOf(listed, keptBack)) {
    const given = new Set<number>();
    for await (const mail of fetchTogether(client, run, keptBack)) {
      given.add(mail.uid);
      yield mail;
    }
    for (const mail of run.filter(({ uid }) => !given.has(uid))) {
      const fetched = keptBack.isGivenUp(mail.uid) ? null : await fetchAlone(client, mail, keptBack);
      if (fetched) yield fetched;
      else missing.push(mail.uid);
    }
  }
  if (missing.length > 0) yield* withoutContent(client, missing, keptBack);
}

/** Mails that are asked for together: a large one alone, and one in doubt alone and behind all the others. */
function runsOf(listed: readonly ListedMail[], keptBack: KeptBack): ListedMail[][] {
  const runs: ListedMail[][] = [];
  let open: ListedMail[] | null = null;
  for (const mail of listed.toSorted((one, other) => keptBack.triesOf(one.uid) - keptBack.triesOf(other.uid))) {
    const isAlone = mail.size > LARGEST_WHOLE || keptBack.isSuspect(mail.uid);
    if (isAlone || open === null) runs.push((open = [mail]));
    else open.push(mail);
    if (isAlone) open = null;
  }
  return runs;
}

/** Gives nothing for a run of one: that is asked for alone. */
async function* fetchTogether(
  client: ImapFlow,
  run: readonly ListedMail[],
  keptBack: KeptBack,
): AsyncIterable<FolderMail> {
  if (run.length === 1) return;
  const awaited = new Set(run.map(({ uid }) => uid));
  try {
    for await (const { uid, source } of client.fetch([...awaited].join(','), WHOLE, BY_UID)) {
      if (!source || source.length === 0 || !awaited.delete(uid)) continue;
      yield { uid, source, leftOut: [], without: null };
    }
  } catch (error) {
    if (isRefusal(error)) return;
    keptBack.suspect(awaited);
    throw error;
  }
}

async function fetchAlone(client: ImapFlow, mail: ListedMail, keptBack: KeptBack): Promise<FolderMail | null> {
  keptBack.beginTry(mail.uid);
  const fetched = await (
    mail.size > LARGEST_WHOLE ? fetchLargeMail(client, mail.uid) : fetchWhole(client, mail.uid)
  ).catch(nullIfRefused);
  if (fetched) keptBack.wasGiven(mail.uid);
  return fetched;
}

async function fetchWhole(client: ImapFlow, uid: number): Promise<FolderMail | null> {
  const mail = await client.fetchOne(String(uid), WHOLE, BY_UID);
  if (!mail || !mail.source || mail.source.length === 0) return null;
  return { uid, source: mail.source, leftOut: [], without: null };
}

/** Of what the server still lists. */
async function* withoutContent(
  client: ImapFlow,
  missing: readonly number[],
  keptBack: KeptBack,
): AsyncIterable<FolderMail> {
  // Only now may the server say what another client expunged meanwhile (RFC 9051, section 7.5.1).
  await client.noop();
  const listed = (await stillListed(client, missing)).map(({ uid }) => uid);
  for (const uid of listed.filter((each) => keptBack.isGivenUp(each))) {
    // A server that stumbles over the mail may stumble over its header too, and end the connection.
    const header = await fetchHeader(client, uid).catch(() => undefined);
    yield { uid, source: header ?? Buffer.alloc(0), leftOut: [], without: 'kept-back' };
  }
  const awaited = listed.filter((uid) => !keptBack.isGivenUp(uid));
  if (awaited.length > 0) throw new MailsKeptBack(awaited.length);
}

async function fetchHeader(client: ImapFlow, uid: number): Promise<Buffer | undefined> {
  const mail = await client.fetchOne(String(uid), { uid: true, headers: true }, BY_UID);
  return mail ? mail.headers : undefined;
}

const WHOLE = { uid: true, source: true } as const;
const BY_UID = { uid: true } as const;

function nullIfRefused(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}

/** Whether the server answered, and stays there; anything else ended the connection. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('responseStatus' in error)) return false;
  return error.responseStatus === 'NO' || error.responseStatus === 'BAD';
}
