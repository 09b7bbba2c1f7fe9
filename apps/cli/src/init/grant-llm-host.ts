import type { Database } from '@app/persistence/database';
import { grantHost, type HostUser } from '@app/persistence/jobs/grant-host';
import { Mistake } from '../command-line/mistake.error';

/** Makes the MongoDB user of a GPU host, or gives it this password; refuses with a sentence that says what to do. */
export async function grantLlmHost(db: Database, user: HostUser): Promise<void> {
  const grant = await grantHost(db.driver, user);
  switch (grant) {
    case 'made':
    case 'renewed':
      return;
    case 'no-users-here':
      throw new Mistake(
        'This MongoDB lets in everybody, so a user of its own would keep the GPU host out of nothing; ' +
          'start mongod with --auth, name a user in MONGODB_URI, and run init again.',
      );
    case 'not-allowed':
      throw new Mistake(
        `The user in MONGODB_URI may not make users; run init as one who has the role userAdmin on ${db.driver.databaseName}.`,
      );
    case 'name-taken':
      throw new Mistake(`${user.name} is a user with other rights; choose another name for the GPU host.`);
    default:
      grant satisfies never;
  }
}
