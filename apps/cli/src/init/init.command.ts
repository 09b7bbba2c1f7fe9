import { Command, Option } from 'nest-commander';
import type { HostUser } from '@app/persistence/jobs/grant-host';
import { readSecret } from '../account/read-secret';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';

interface Options {
  readonly llmHostUser?: string;
  readonly llmHostPasswordFile?: string;
}

@Command({ name: 'init', description: 'prepare the database and make the key file; safe to run again' })
export class InitCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const llmHost = await readHostUser(options);
    const { settings, collections, indexes, migrations, keyFileMade } = await this.installation.prepare();
    if (llmHost) await this.installation.grantLlmHost(llmHost);
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
        ...(llmHost
          ? [
              `The GPU host logs in as ${llmHost.name} (authSource=${database}) and may find, update and watch llm_jobs, nothing else.`,
            ]
          : []),
      ].join('\n'),
      json: { database, collections, indexes, migrations, keyFile, keyFileMade, llmHostUser: llmHost?.name ?? null },
    };
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

async function readHostUser({ llmHostUser, llmHostPasswordFile }: Options): Promise<HostUser | undefined> {
  if (llmHostUser === undefined && llmHostPasswordFile === undefined) return undefined;
  if (llmHostUser === undefined || llmHostPasswordFile === undefined) {
    throw new Mistake('A GPU host’s user takes --llm-host-user and --llm-host-password-file; give both.');
  }
  return { name: llmHostUser, password: await readSecret(llmHostPasswordFile) };
}
