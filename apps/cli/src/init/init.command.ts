import { Command } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';

@Command({ name: 'init', description: 'prepare the database and make the key file; safe to run again' })
export class InitCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(): Promise<Answer> {
    const { settings, collections, indexes, migrations, keyFileMade } = await this.installation.prepare();
    const { keyFile, mongodbDatabase: database } = settings;
    return {
      text: [
        collections.length > 0
          ? `Made ${collections.length} collections in the database "${database}".`
          : `Every collection stood already in the database "${database}".`,
        indexes.length > 0 ? `Made ${indexes.length} indexes.` : 'Every index stood already.',
        ...(migrations.length > 0 ? [`Brought what stood already up to date: ${migrations.join(', ')}.`] : []),
        keyFileMade
          ? `Made the key file ${keyFile}; keep a copy of it elsewhere, for without it nothing can be sent.`
          : `The key file ${keyFile} stood already.`,
      ].join('\n'),
      json: { database, collections, indexes, migrations, keyFile, keyFileMade },
    };
  }
}
