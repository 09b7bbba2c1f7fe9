import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

@SubCommand({
  name: 'release',
  arguments: '<contact>',
  description: 'give a conversation that a person has back to the agent (id or address)',
})
export class ContactReleaseCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, addresses, conversationId } = await findContact(opened.contacts, contact);
    const conversation = await opened.conversations.find(conversationId);
    if (conversation && conversation.stage !== 'handed-over') {
      throw new Mistake(
        `The agent has this conversation already (${conversation.stage}); there is nothing to release.`,
      );
    }
    const text = `Released: the agent answers ${addresses[0] ?? id} again.`;
    return answerToCommand({ type: 'releaseContact', contactId: id }, { text, json: { id } }, opened);
  }
}
