import { Option, SubCommand } from 'nest-commander';
import { contactAddress } from '../arguments/contact-address';
import { statedReason } from '../arguments/stated-reason';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';

interface Options {
  readonly reason: string;
}

@SubCommand({
  name: 'lift',
  arguments: '<address>',
  description: 'let an address be written to again, for a stated reason that is kept in the ledger',
})
export class SuppressionLiftCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[], { reason }: Options): Promise<Answer> {
    const address = contactAddress(given);
    const opened = await this.installation.open();
    const done = { text: `Lifted: ${address} may be written to again.`, json: { address } };
    return answerToCommand({ type: 'liftAddress', address, reason }, done, opened);
  }

  @Option({
    flags: '--reason <words>',
    description: 'why the address may be written to again (required)',
    required: true,
  })
  parseReason(words: string): string {
    return statedReason('--reason', words);
  }
}
