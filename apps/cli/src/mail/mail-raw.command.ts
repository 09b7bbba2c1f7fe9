import { Option, SubCommand } from 'nest-commander';
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
  name: 'raw',
  arguments: '<message>',
  description: 'save a mail that could not be read, as it came (its first megabyte)',
})
export class MailRawCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([id = '']: readonly string[], { to }: Options): Promise<Answer> {
    const { messages } = await this.installation.open();
    const { _id } = await findMessage(messages, id);
    const raw = await messages.rawOf(_id);
    if (!raw) throw new Mistake('The mail was read and is not kept as it came; open it in a mail client.');
    await saveNewFile(to, raw);
    return { text: `Saved as ${to}.`, json: { id, file: to } };
  }

  @Option({ flags: '--to <file>', description: 'the file to write, which must not be there yet', required: true })
  parseTo(file: string): string {
    return file;
  }
}
