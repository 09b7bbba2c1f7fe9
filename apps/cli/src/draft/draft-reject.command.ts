import { Option, SubCommand } from 'nest-commander';
import { statedReason } from '../arguments/stated-reason';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { findDraft } from './find-draft';

interface Options {
  readonly because: string;
}

@SubCommand({
  name: 'reject',
  arguments: '<draft>',
  description: 'do not send a draft; the conversation then waits for you: `contact reply` or `contact release`',
})
export class DraftRejectCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([draft = '']: readonly string[], { because }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, recipient, contactId } = await findDraft(opened.outbox, draft);
    const text = `Rejected: it does not go to ${recipient}; answer with \`sales-agent contact reply ${contactId}\`.`;
    return answerToCommand({ type: 'rejectDraft', outboxId: id, because }, { text, json: { id } }, opened);
  }

  @Option({ flags: '--because <words>', description: 'what is wrong with it (required)', required: true })
  parseBecause(words: string): string {
    return statedReason('--because', words);
  }
}
