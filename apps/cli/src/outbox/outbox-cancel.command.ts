import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { findLetter } from './find-letter';

@SubCommand({
  name: 'cancel',
  arguments: '<letter>',
  description: 'take a letter back that has not begun to leave; the conversation may then wait for you',
})
export class OutboxCancelCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([letter = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, recipient } = await findLetter(opened.outbox, letter);
    const done = { text: `Cancelled: it does not go to ${recipient}.`, json: { id } };
    return answerToCommand({ type: 'cancelLetter', outboxId: id }, done, opened);
  }
}
