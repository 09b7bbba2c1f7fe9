import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { findLetter } from './find-letter';
import { letterState } from './letter-state';

@SubCommand({
  name: 'retry',
  arguments: '<letter>',
  description: 'hand a letter over once more that was rejected',
})
export class OutboxRetryCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const letter = await findLetter(opened.outbox, given);
    const { _id: id, recipient } = letter;
    if (letterState(letter) !== 'rejected') {
      throw new Mistake(`Only a rejected letter is tried again, and this one is ${letterState(letter)}.`);
    }
    const done = { text: `It is handed over to the server of ${recipient} once more.`, json: { id } };
    return answerToCommand({ type: 'retryLetter', outboxId: id }, done, opened);
  }
}
