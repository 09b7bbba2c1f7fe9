import { MongoClient, MongoParseError, MongoServerError } from 'mongodb';

const PATIENCE_MS = 3500;

/** Makes sure within five seconds that MongoDB answers and lets us in; throws `DatabaseUnreachable` with what to do. */
export async function reachDatabase(uri: string): Promise<void> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(uri, { serverSelectionTimeoutMS: PATIENCE_MS, connectTimeoutMS: PATIENCE_MS });
    await client.connect();
    await client.db().command({ ping: 1 });
  } catch (cause) {
    throw new DatabaseUnreachable(whatToDo(cause), { cause });
  } finally {
    await client?.close();
  }
}

/** No database can be used under this address. */
export class DatabaseUnreachable extends Error {
  readonly code = 'DATABASE_UNREACHABLE';
}

const AUTHENTICATION_FAILED = 18;

function whatToDo(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  // What the driver says of an address it cannot read may quote the password in it.
  if (cause instanceof MongoParseError) return 'MONGODB_URI is no address MongoDB understands; correct it.';
  if (cause instanceof MongoServerError && cause.code === AUTHENTICATION_FAILED) {
    return 'MongoDB refuses the user or the password in MONGODB_URI; correct them.';
  }
  return `MongoDB does not answer (${said}); start it, or correct MONGODB_URI.`;
}
