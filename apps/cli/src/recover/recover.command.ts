import { Command, Option } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { backupMoment } from './backup-moment';
import type * as Recovering from './recover';
import { recoveryInWords } from './recovery-in-words';

interface Options {
  readonly backupTime: string;
}

@Command({
  name: 'recover',
  description: 'after a backup was restored: find out what happened since, then let letters leave again',
})
export class RecoverCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], options: Options): Promise<Answer> {
    const backupTime = backupMoment(options.backupTime, new Date());
    const recovered = await loadRecovering().recover(await this.installation.open(), backupTime);
    const json = { backupTime: backupTime.toISOString(), ...recovered };
    return { text: recoveryInWords(recovered), json, ...(recovered.ended ? {} : { exitCode: 2 }) };
  }

  @Option({
    flags: '--backup-time <time>',
    description: 'when the backup was begun, like 2026-11-23T02:00:00Z; rather too early than too late',
    required: true,
  })
  parseBackupTime(time: string): string {
    return time;
  }
}

/** Only this command needs all that. */
function loadRecovering(): typeof Recovering {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./recover') as typeof Recovering;
}
