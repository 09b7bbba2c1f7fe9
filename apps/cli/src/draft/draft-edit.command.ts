import { Option, SubCommand } from 'nest-commander';
import { readTextInput } from '../arguments/read-input';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { findDraft } from './find-draft';

interface Options {
  readonly textFile: string;
}

@SubCommand({
  name: 'edit',
  arguments: '<draft>',
  description: 'send a draft with your own words in place of all of its text, from standard input or --text-file',
})
export class DraftEditCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([draft = '']: readonly string[], { textFile }: Options): Promise<Answer> {
    const text = (await readTextInput(textFile)).trim();
    if (text === '')
      throw new Mistake('There is nothing to write; give the whole text, greeting and signature included.');
    const opened = await this.installation.open();
    const { _id: id, recipient } = await findDraft(opened.outbox, draft);
    const done = { text: `Approved: your words go to ${recipient}.`, json: { id } };
    return answerToCommand({ type: 'approveDraft', outboxId: id, text }, done, opened);
  }

  @Option({
    flags: '--text-file <file>',
    description: 'a file with the text, or - for standard input',
    defaultValue: '-',
  })
  parseTextFile(path: string): string {
    return path;
  }
}
