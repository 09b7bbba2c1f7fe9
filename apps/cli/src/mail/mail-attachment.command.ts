import { Option, SubCommand } from 'nest-commander';
import { wholeNumber } from '../arguments/whole-number';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { findMessage } from './find-message';
import { saveNewFile } from './save-new-file';

interface Options {
  readonly to: string;
}

@SubCommand({
  name: 'attachment',
  arguments: '<message> <number>',
  description: 'save a file that came with a mail; it is what a stranger sent, so mind what you open',
})
export class MailAttachmentCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([id = '', number = '']: readonly string[], { to }: Options): Promise<Answer> {
    const { messages } = await this.installation.open();
    const { attachments } = await findMessage(messages, id);
    const attachment = attachments[wholeNumber('The number of the file', number) - 1];
    if (!attachment) throw new Mistake(`The mail has ${String(attachments.length)} files, and no ${number}.`);
    const content = attachment.sha256 === null ? null : await messages.contentOf(attachment.sha256);
    if (!content) throw new Mistake(`${attachment.name} was not kept; open the mail in a mail client.`);
    await saveNewFile(to, content);
    return {
      text: `Saved ${attachment.name} (${attachment.contentType}) as ${to}.`,
      json: { ...attachment, file: to },
    };
  }

  @Option({ flags: '--to <file>', description: 'the file to write, which must not be there yet', required: true })
  parseTo(file: string): string {
    return file;
  }
}
