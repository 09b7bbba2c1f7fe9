import type { Database } from '@app/persistence/database';
import { grantUser, type ServiceUser } from '@app/persistence/rights/grant-user';
import type { ServiceName } from '@app/persistence/rights/service-role';
import { Mistake } from '../command-line/mistake.error';

/** A user to make, and the service that logs in as it. */
export interface WantedUser extends ServiceUser {
  readonly service: ServiceName;
}

/** Makes MongoDB users, or gives them these passwords; refuses with a sentence that says what to do. */
export async function grantUsers(db: Database, users: readonly WantedUser[]): Promise<void> {
  for (const { service, ...user } of users) {
    const grant = await grantUser(db.driver, service, user);
    switch (grant) {
      case 'made':
      case 'renewed':
        continue;
      case 'no-users-here':
        throw new Mistake(
          'This MongoDB lets in everybody, so a user of its own would keep nobody out of anything; ' +
            'start mongod with --auth, name a user in MONGODB_URI, and run init again.',
        );
      case 'not-allowed':
        throw new Mistake(
          `The user in MONGODB_URI may not make users; run init as one who has the roles userAdmin on ${db.driver.databaseName} and on admin.`,
        );
      case 'name-taken':
        throw new Mistake(`${user.name} is a user with other rights; choose another name for ${service}.`);
      default:
        grant satisfies never;
    }
  }
}
