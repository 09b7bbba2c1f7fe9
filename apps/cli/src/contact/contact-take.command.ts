import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

@SubCommand({
  name: 'take',
  arguments: '<contact>',
  description: 'answer this person yourself from now on (id or address); the agent is silent until `contact release`',
})
export class ContactTakeCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, addresses } = await findContact(opened.contacts, contact);
    const text = `Taken: the agent says nothing more to ${addresses[0] ?? id} until \`sales-agent contact release\`.`;
    return answerToCommand({ type: 'takeContact', contactId: id }, { text, json: { id } }, opened);
  }
}
