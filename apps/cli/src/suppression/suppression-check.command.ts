import { SubCommand } from 'nest-commander';
import type { CheckedAddress } from '@app/persistence/recipients/suppression.store';
import { contactAddress } from '../arguments/contact-address';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { reasonInWords } from './reason-in-words';

@SubCommand({ name: 'check', arguments: '<address>', description: 'whether an address may be written to, and why not' })
export class SuppressionCheckCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([given = '']: readonly string[]): Promise<Answer> {
    const address = contactAddress(given);
    const { suppressions } = await this.installation.open();
    const checked = await suppressions.check(address);
    return { text: inWords(address, checked), json: { address, ...checked } };
  }
}

function inWords(address: string, { suppressed, since, history }: CheckedAddress): string {
  const verdict = suppressed
    ? `${address} is never written to${since ? `, from ${momentInWords(since)} on` : ''}.`
    : `${address} is not suppressed.`;
  const entries = history.map((entry) => `  ${momentInWords(entry.at)}  ${reasonInWords(entry)}`);
  return [verdict, ...entries].join('\n');
}
