import { MongoServerError, type Db } from 'mongodb';
import type { ServiceName } from './service-role';
import { privilegesOf, SERVICE_ROLES } from './service-roles';

/** What became of the wish; only the first two leave a user behind that can log in with this password. */
export type Grant =
  | 'made'
  | 'renewed'
  /** The server lets in everybody, so a user of its own would keep nobody out. */
  | 'no-users-here'
  /** Whoever asks may not make users. */
  | 'not-allowed'
  /** A user of that name has other rights, and is left alone. */
  | 'name-taken';

/** The user a program logs in as; it is known to the installation's own database. */
export interface ServiceUser {
  readonly name: string;
  readonly password: string;
}

/** Makes a user who may do what this service has to and nothing else; again with another password changes it. */
export async function grantUser(db: Db, service: ServiceName, { name, password }: ServiceUser): Promise<Grant> {
  if (!(await hasUsers(db))) return 'no-users-here';
  try {
    const roles = rolesOf(db, service);
    const standing = (await db.command({ usersInfo: name }))['users'] as readonly StandingUser[];
    if (standing.some((user) => !hasOnly(user, roles))) return 'name-taken';
    await setRoles(db, service);
    await db.command({ [standing.length > 0 ? 'updateUser' : 'createUser']: name, pwd: password, roles });
    return standing.length > 0 ? 'renewed' : 'made';
  } catch (error) {
    if (error instanceof MongoServerError && error.code === UNAUTHORIZED) return 'not-allowed';
    throw error;
  }
}

/** Whether the server asks who logs in: it lets everybody do everything else. */
export async function hasUsers(db: Db): Promise<boolean> {
  const { authInfo } = await db.command({ connectionStatus: 1 });
  return (authInfo as AuthInfo).authenticatedUsers.length > 0;
}

const UNAUTHORIZED = 13;

/** Rights to the server itself can stand in the database `admin` alone. */
export const MONITOR_ROLE = 'salesAgentMonitor';

interface AuthInfo {
  readonly authenticatedUsers: readonly unknown[];
}

interface RoleName {
  readonly role: string;
  readonly db: string;
}

interface StandingUser {
  readonly roles: readonly RoleName[];
}

/** The roles a service's user has. */
export function rolesOf(db: Db, service: ServiceName): RoleName[] {
  const { name, monitors } = SERVICE_ROLES[service];
  const own = { role: name, db: db.databaseName };
  return monitors ? [own, { role: MONITOR_ROLE, db: 'admin' }] : [own];
}

function hasOnly({ roles }: StandingUser, own: readonly RoleName[]): boolean {
  return roles.length > 0 && roles.every(({ role }) => own.some((one) => one.role === role));
}

/** Set anew each time, so that a role somebody widened is as narrow as it was. */
async function setRoles(db: Db, service: ServiceName): Promise<void> {
  const role = SERVICE_ROLES[service];
  await setRole(db, role.name, privilegesOf(role, db.databaseName));
  if (!role.monitors) return;
  const seeing = { resource: { cluster: true }, actions: ['serverStatus', 'replSetGetStatus'] };
  await setRole(db.client.db('admin'), MONITOR_ROLE, [seeing]);
}

async function setRole(db: Db, name: string, privileges: readonly object[]): Promise<void> {
  const { roles } = await db.command({ rolesInfo: name });
  const isStanding = (roles as readonly unknown[]).length > 0;
  await db.command({ [isStanding ? 'updateRole' : 'createRole']: name, privileges, roles: [] });
}
