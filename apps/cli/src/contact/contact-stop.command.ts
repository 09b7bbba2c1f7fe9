import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

@SubCommand({ name: 'stop', arguments: '<contact>', description: 'never write to this person again (id or address)' })
export class ContactStopCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, addresses, stoppedAt } = await findContact(opened.contacts, contact);
    if (stoppedAt) {
      return { text: `Stopped already, ${momentInWords(stoppedAt)}; nothing is sent.`, json: { id } };
    }
    const text = `Stopped: nothing more is sent to ${addresses.join(', ')}.`;
    return answerToCommand({ type: 'stopContact', contactId: id }, { text, json: { id } }, opened);
  }
}
