import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { findContact } from './find-contact';

@SubCommand({
  name: 'export',
  arguments: '<contact>',
  description: 'all that is held on one person, as one JSON file on standard output (id or address)',
})
export class ContactExportCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '']: readonly string[]): Promise<Answer> {
    const { contacts } = await this.installation.open();
    const { _id: id } = await findContact(contacts, contact);
    const everything = await contacts.everythingOn(id);
    return { text: JSON.stringify(everything, null, 2), json: everything };
  }
}
