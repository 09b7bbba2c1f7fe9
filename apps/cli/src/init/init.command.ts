import { Command, Option } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import type { WantedUser } from './grant-users';
import { readWantedUsers, type UserOptions } from './read-wanted-users';

@Command({ name: 'init', description: 'prepare the database and make the key file; safe to run again' })
export class InitCommand extends AnsweringCommand<UserOptions> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: UserOptions): Promise<Answer> {
    const users = await readWantedUsers(options);
    const { settings, collections, indexes, migrations, keyFileMade } = await this.installation.prepare();
    if (users.length > 0) await this.installation.grantUsers(users);
    const { keyFile, mongodbDatabase: database } = settings;
    return {
      text: [
        collections.length > 0
          ? `Made ${collections.length} collections in the database "${database}".`
          : `Every collection stood already in the database "${database}".`,
        indexes.length > 0 ? `Made ${indexes.length} indexes.` : 'Every index stood already.',
        ...(migrations.length > 0 ? [`Carried out the migrations ${migrations.join(', ')}.`] : []),
        keyFileMade
          ? `Made the key file ${keyFile}; keep a copy of it elsewhere, for without it nothing can be sent.`
          : `The key file ${keyFile} stood already.`,
        ...users.map((user) => inWords(user, database)),
      ].join('\n'),
      json: {
        database,
        collections,
        indexes,
        migrations,
        keyFile,
        keyFileMade,
        users: users.map(({ name, service }) => ({ name, service })),
      },
    };
  }

  @Option({
    flags: '--passwords <folder>',
    description: 'make the MongoDB user of each service that a file here is named after, with the password in it',
  })
  parsePasswords(folder: string): string {
    return folder;
  }

  @Option({
    flags: '--llm-host-user <name>',
    description: 'make the MongoDB user of a GPU host, or renew its password',
  })
  parseLlmHostUser(name: string): string {
    return name;
  }

  @Option({
    flags: '--llm-host-password-file <file>',
    description: 'where that user’s password is, - for standard input',
  })
  parseLlmHostPasswordFile(file: string): string {
    return file;
  }
}

function inWords({ service, name }: WantedUser, database: string): string {
  if (service !== 'llm-host') return `${service} logs in as ${name} (authSource=${database}).`;
  return `The GPU host logs in as ${name} (authSource=${database}) and may find, update and watch llm_jobs, nothing else.`;
}
