import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { chatOf } from './chat';
import { findContact } from './find-contact';
import { historyOf } from './history';
import { loadHistory } from './load-history';

@SubCommand({ name: 'show', arguments: '<contact>', description: 'the whole conversation, and why (id or address)' })
export class ContactShowCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const opened = await this.installation.open();
    const found = await findContact(opened.contacts, contact);
    const kept = await loadHistory(found, opened);
    const history = historyOf(kept);
    return { text: chatOf(history, kept.turns), json: history };
  }
}
