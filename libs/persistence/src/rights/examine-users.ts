import { MongoServerError, type Db } from 'mongodb';
import { hasUsers, rolesOf } from './grant-user';
import { SERVICES, type ServiceName } from './service-role';
import { privilegesOf, SERVICE_ROLES, type Privilege } from './service-roles';

/** How the users of the services stand. */
export type StandingUsers =
  /** The server lets in everybody. */
  | { readonly type: 'no-users-here' }
  /** Whoever asks may not see them. */
  | { readonly type: 'not-allowed' }
  | {
      readonly type: 'users';
      /** Services nobody can log in as. */
      readonly missing: readonly ServiceName[];
      /** Services whose role is not what it has to be: too much, or too little. */
      readonly otherRights: readonly ServiceName[];
    };

export async function examineUsers(db: Db): Promise<StandingUsers> {
  if (!(await hasUsers(db))) return { type: 'no-users-here' };
  try {
    const { users } = (await db.command({ usersInfo: 1 })) as { readonly users: readonly StandingUser[] };
    const { roles } = (await db.command({ rolesInfo: 1, showPrivileges: true })) as { readonly roles: readonly Role[] };
    const missing = SERVICES.filter((service) => !users.some((user) => isOf(db, service, user)));
    const present = SERVICES.filter((service) => !missing.includes(service));
    return { type: 'users', missing, otherRights: present.filter((service) => !isAsItShould(db, service, roles)) };
  } catch (error) {
    if (error instanceof MongoServerError && error.codeName === 'Unauthorized') return { type: 'not-allowed' };
    throw error;
  }
}

interface StandingUser {
  readonly roles: readonly { readonly role: string; readonly db: string }[];
}

interface Role {
  readonly role: string;
  readonly privileges: readonly Privilege[];
  readonly roles: readonly unknown[];
}

/** Whether a user has the roles of the service and no other. */
function isOf(db: Db, service: ServiceName, { roles }: StandingUser): boolean {
  const own = rolesOf(db, service).map(({ role }) => role);
  return roles.length === own.length && roles.every(({ role }) => own.includes(role));
}

function isAsItShould(db: Db, service: ServiceName, standing: readonly Role[]): boolean {
  const { name } = SERVICE_ROLES[service];
  const role = standing.find((one) => one.role === name);
  if (!role || role.roles.length > 0) return false;
  return inOrder(role.privileges) === inOrder(privilegesOf(SERVICE_ROLES[service], db.databaseName));
}

/** The server keeps privileges in an order of its own. */
function inOrder(privileges: readonly Privilege[]): string {
  return privileges
    .map(({ resource, actions }) => `${resource.db}.${resource.collection}: ${[...actions].sort().join()}`)
    .sort()
    .join('; ');
}
