import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { findDraft } from './find-draft';

@SubCommand({ name: 'approve', arguments: '<draft>', description: 'send a draft as it stands' })
export class DraftApproveCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([draft = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, recipient } = await findDraft(opened.outbox, draft);
    const done = { text: `Approved: it goes to ${recipient}.`, json: { id } };
    return answerToCommand({ type: 'approveDraft', outboxId: id }, done, opened);
  }
}
