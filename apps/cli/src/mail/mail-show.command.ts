import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { findMessage } from './find-message';
import { messageInWords } from './message-in-words';

@SubCommand({ name: 'show', arguments: '<message>', description: 'one mail that came in, with its files' })
export class MailShowCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([id = '']: readonly string[]): Promise<Answer> {
    const { messages } = await this.installation.open();
    const message = await findMessage(messages, id);
    const { _id, raw: _raw, ...rest } = message;
    return { text: messageInWords(message), json: { id: _id, ...rest } };
  }
}
