import { MongoServerError, type Db } from 'mongodb';
import { COLLECTIONS } from '../collections';

/** What became of the wish; only the first two leave a user behind that can log in with this password. */
export type HostGrant =
  | 'made'
  | 'renewed'
  /** The server lets in everybody, so a user of its own would keep nobody out. */
  | 'no-users-here'
  /** Whoever asks may not make users. */
  | 'not-allowed'
  /** A user of that name has other rights, and is left alone. */
  | 'name-taken';

/** The user that a GPU host logs in as; it is known to the installation's own database. */
export interface HostUser {
  readonly name: string;
  readonly password: string;
}

const ROLE = 'llmHost';

/** Makes a user who may find, update and watch the LLM jobs and do nothing else; again with another password changes it. */
export async function grantHost(db: Db, { name, password }: HostUser): Promise<HostGrant> {
  const { authInfo } = await db.command({ connectionStatus: 1 });
  if ((authInfo as AuthInfo).authenticatedUsers.length === 0) return 'no-users-here';
  try {
    const standing = (await db.command({ usersInfo: name }))['users'] as readonly StandingUser[];
    const roles = [{ role: ROLE, db: db.databaseName }];
    if (standing.some((user) => !hasOnly(user, ROLE))) return 'name-taken';
    await setRole(db);
    await db.command({ [standing.length > 0 ? 'updateUser' : 'createUser']: name, pwd: password, roles });
    return standing.length > 0 ? 'renewed' : 'made';
  } catch (error) {
    if (error instanceof MongoServerError && error.code === UNAUTHORIZED) return 'not-allowed';
    throw error;
  }
}

const UNAUTHORIZED = 13;

interface AuthInfo {
  readonly authenticatedUsers: readonly unknown[];
}

interface StandingUser {
  readonly roles: readonly { readonly role: string }[];
}

function hasOnly({ roles }: StandingUser, name: string): boolean {
  return roles.length > 0 && roles.every(({ role }) => role === name);
}

/** Set anew each time, so that a role somebody widened is as narrow as it was. */
async function setRole(db: Db): Promise<void> {
  const resource = { db: db.databaseName, collection: COLLECTIONS.llmJobs };
  const rights = { privileges: [{ resource, actions: ['find', 'update', 'changeStream'] }], roles: [] };
  const { roles } = await db.command({ rolesInfo: ROLE });
  await db.command({ [(roles as readonly unknown[]).length > 0 ? 'updateRole' : 'createRole']: ROLE, ...rights });
}
