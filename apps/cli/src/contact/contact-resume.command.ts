import { Option, SubCommand } from 'nest-commander';
import { comesBack } from '@app/domain/bounce-steps';
import { statedReason } from '../arguments/stated-reason';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

interface Options {
  readonly reason: string;
}

@SubCommand({
  name: 'resume',
  arguments: '<contact>',
  description:
    'lift a stop, or write again where letters came back, for a stated reason kept in the ledger (id or address)',
})
export class ContactResumeCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[], { reason }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    const { _id: id, addresses, conversationId } = await findContact(opened.contacts, contact);
    const conversation = await opened.conversations.find(conversationId);
    if (!conversation || (conversation.stage !== 'stopped' && !comesBack(conversation.memory))) {
      throw new Mistake(`${addresses[0] ?? id} is not stopped; \`sales-agent contact restart\` begins anew.`);
    }
    const text = `Lifted: ${addresses.join(', ')} may be written to again.`;
    return answerToCommand({ type: 'resumeContact', contactId: id, reason }, { text, json: { id } }, opened);
  }

  @Option({
    flags: '--reason <words>',
    description: 'why the person may be written to again (required)',
    required: true,
  })
  parseReason(words: string): string {
    return statedReason('--reason', words);
  }
}
