import { Option, SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { answerToCommand } from '../commands/answer-to-command';
import { Installation } from '../installation/installation';
import { erasureInWords } from './erasure-in-words';
import { erasureOf } from './erasure';
import { findContact } from './find-contact';
import { loadHistory } from './load-history';

interface Options {
  readonly yes?: boolean;
}

@SubCommand({
  name: 'erase',
  arguments: '<contact>',
  description: 'remove all that is held on one person, for good, and never write there again (id or address)',
})
export class ContactEraseCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[], { yes = false }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    const found = await findContact(opened.contacts, contact);
    const { _id: id, addresses, accountId } = found;
    if (!yes) {
      throw new Mistake(
        `This removes all that is held on ${addresses.join(', ')} and cannot be undone; keep a copy with \`sales-agent contact export ${id}\`, then add --yes.`,
      );
    }
    const [kept, account] = await Promise.all([loadHistory(found, opened), opened.accounts.find(accountId)]);
    const erasure = erasureOf(kept, account?.address ?? accountId, opened.settings.ledgerJournal ?? null);
    const done = { text: erasureInWords(erasure), json: { id, ...erasure } };
    return answerToCommand({ type: 'eraseContact', contactId: id }, done, opened);
  }

  @Option({ flags: '--yes', description: 'do it; without it nothing is removed' })
  parseYes(): boolean {
    return true;
  }
}
