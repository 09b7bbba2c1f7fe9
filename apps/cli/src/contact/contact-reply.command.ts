import { Option, SubCommand } from 'nest-commander';
import { readTextInput } from '../arguments/read-input';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

interface Options {
  readonly text?: string;
  readonly file?: string;
}

@SubCommand({
  name: 'reply',
  arguments: '<contact>',
  description: 'write in your own words (id or address); the agent then waits for the answer',
})
export class ContactReplyCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[], options: Options): Promise<Answer> {
    const text = await textOf(options);
    const opened = await this.installation.open();
    const { _id: id, addresses, stoppedAt } = await findContact(opened.contacts, contact);
    if (stoppedAt) throw new Mistake(`${addresses.join(', ')} has asked us never to write again; call instead.`);
    const done = { text: `Your words go to ${addresses[0] ?? id}.`, json: { id } };
    return answerToCommand({ type: 'replyToContact', contactId: id, text }, done, opened);
  }

  @Option({ flags: '--text <text>', description: 'what to write; it is sent as it stands, so greet and sign' })
  parseText(text: string): string {
    return text;
  }

  @Option({ flags: '--file <file>', description: 'a file with the text, or - for standard input' })
  parseFile(path: string): string {
    return path;
  }
}

async function textOf({ text, file }: Options): Promise<string> {
  if ((text === undefined) === (file === undefined)) {
    throw new Mistake('Give what to write with either --text or --file.');
  }
  const words = (text ?? (await readTextInput(file ?? '-'))).trim();
  if (words === '') throw new Mistake('There is nothing to write; give some text with --text or --file.');
  return words;
}
