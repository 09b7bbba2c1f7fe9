import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { findLetter } from './find-letter';
import { letterInWords } from './letter-in-words';
import { letterAsJson } from './letter-as-json';
import { whyItWaits } from './why-it-waits';

@SubCommand({
  name: 'show',
  arguments: '<letter>',
  description: 'one letter: how far it has come, and what every server said to it',
})
export class OutboxShowCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[]): Promise<Answer> {
    const { outbox, accounts } = await this.installation.open();
    const letter = await findLetter(outbox, given);
    const waitsFor = whyItWaits(letter, (await accounts.find(letter.accountId)) ?? undefined);
    return { text: letterInWords(letter, waitsFor), json: { ...letterAsJson(letter), waitsFor } };
  }
}
