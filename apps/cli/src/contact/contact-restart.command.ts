import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

@SubCommand({
  name: 'restart',
  arguments: '<contact>',
  description: 'close the conversation and begin anew with the opening letter (id or address)',
})
export class ContactRestartCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, addresses } = await findContact(opened.contacts, contact);
    const text = `Restarted: a new opening letter goes to ${addresses[0] ?? id}.`;
    return answerToCommand({ type: 'restartContact', contactId: id }, { text, json: { id } }, opened);
  }
}
