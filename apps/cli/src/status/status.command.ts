import { once } from 'node:events';
import { Command, Option } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { lookAtStatus, type Status } from './status';
import { statusInWords } from './status-in-words';
import { watchStatus } from './watch-status';

interface Options {
  readonly watch?: boolean;
  readonly json?: boolean;
}

@Command({ name: 'status', description: 'what runs, what waits and for how long, what failed, of each account' })
export class StatusCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  override async run(given: string[], options: Options): Promise<void> {
    if (!options.watch) return super.run(given, options);
    const stopping = new AbortController();
    void Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {
      stopping.abort();
    });
    await watchStatus(
      await this.installation.open(),
      (status) => process.stdout.write(drawn(status, options)),
      stopping.signal,
    );
  }

  @Option({ flags: '--watch', description: 'show it again whenever something changes, until Ctrl-C' })
  parseWatch(): boolean {
    return true;
  }

  protected async answer(): Promise<Answer> {
    const status = await lookAtStatus(await this.installation.open());
    return { text: statusInWords(status), json: status };
  }
}

const CLEAR_SCREEN = '\u001b[H\u001b[2J';

/** On a terminal in place of the last one; in a pipe below it, with `--json` one line each. */
function drawn(status: Status, { json }: Options): string {
  if (json) return `${JSON.stringify(status)}\n`;
  return process.stdout.isTTY ? `${CLEAR_SCREEN}${statusInWords(status)}\n` : `${statusInWords(status)}\n\n`;
}
