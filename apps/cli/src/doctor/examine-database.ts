import { missingIndexes } from '@app/persistence/examine/missing-indexes';
import { serverStanding } from '@app/persistence/examine/server-standing';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { isRestored } from '@app/persistence/recover/database-origin';
import { examineUsers, type StandingUsers } from '@app/persistence/rights/examine-users';
import { checkDatabase } from '@app/runtime/boot/check-database';
import { errorWords } from '@app/runtime/error-words';
import type { OpenInstallation } from '../installation/open-installation';
import { examineServer } from './examine-server';
import { right, unknown, wrong, type Finding } from './finding';

/** Examines the server and what `init` has to have made in it. */
export async function examineDatabase({ db }: Pick<OpenInstallation, 'db'>, keys: KeyRing): Promise<Finding[]> {
  return [
    ...examineServer(await serverStanding(db.driver)),
    users(await examineUsers(db.driver)),
    await prepared(db, keys),
    await indexes(db),
    await origin(db),
  ];
}

type Db = OpenInstallation['db'];

function users(standing: StandingUsers): Finding {
  switch (standing.type) {
    case 'no-users-here':
      return wrong(
        'users',
        'MongoDB lets in everybody; start mongod with --auth and a key file, then run `sales-agent init --passwords FOLDER`.',
      );
    case 'not-allowed':
      return unknown('users', 'this user may not see the others; ask as the one `init` makes for the command line.');
    case 'users': {
      const { missing, otherRights } = standing;
      if (otherRights.length > 0) {
        return wrong(
          'users',
          `${otherRights.join(', ')} may do more or less than it has to; run \`sales-agent init --passwords FOLDER\` again.`,
        );
      }
      // A GPU host and Telegram are not everybody's.
      const needed = missing.filter((service) => service !== 'llm-host' && service !== 'tg-gateway');
      if (needed.length > 0) {
        return wrong('users', `${needed.join(', ')} has no user; run \`sales-agent init --passwords FOLDER\`.`);
      }
      return right('users', 'each service logs in as its own, with no more rights than it needs.');
    }
    default:
      return standing satisfies never;
  }
}

async function prepared(db: Db, keys: KeyRing): Promise<Finding> {
  try {
    await checkDatabase(db, keys);
    return right('database', 'prepared for this version, with the keys of this installation.');
  } catch (error) {
    return wrong('database', errorWords(error));
  }
}

async function indexes(db: Db): Promise<Finding> {
  const missing = await missingIndexes(db);
  if (missing.length === 0) return right('indexes', 'all there.');
  return wrong('indexes', `${missing.join(', ')} missing; run \`sales-agent init\`.`);
}

async function origin(db: Db): Promise<Finding> {
  if (await isRestored(db)) {
    return wrong(
      'backup',
      'this database was restored from a backup and nothing is sent; run `sales-agent recover --backup-time TIME`.',
    );
  }
  return right('backup', 'no recovery from one is waited for.');
}
