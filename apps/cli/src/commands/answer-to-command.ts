import type { CommandBody } from '@app/persistence/commands/command.schema';
import type { Answer } from '../command-line/answer';
import { Mistake } from '../command-line/mistake.error';
import type { OpenInstallation } from '../installation/open-installation';
import { carryOut } from './carry-out';

/** Has one command carried out and answers with `done`, or that it is queued; throws a `Mistake` when it was refused. */
export async function answerToCommand(
  body: CommandBody,
  done: Answer & { readonly json: object },
  opened: OpenInstallation,
): Promise<Answer> {
  const [ending] = await carryOut([body], opened);
  switch (ending?.type) {
    case 'done':
      return done;
    case 'refused':
      throw new Mistake(ending.because.endsWith('.') ? ending.because : `${ending.because}.`);
    case 'queued':
    case undefined:
      return {
        text: 'Queued: no sales-brain has taken it yet; it is carried out as soon as one runs.',
        json: { ...done.json, status: 'queued' },
      };
  }
}
