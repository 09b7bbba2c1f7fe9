import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { answerToCommand } from '../commands/answer-to-command';
import { findContact } from './find-contact';

@SubCommand({
  name: 'note',
  arguments: '<contact> <text>',
  description: 'keep a note beside this person (id or address); the agent never reads it',
})
export class ContactNoteCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([contact = '', given = '']: readonly string[]): Promise<Answer> {
    const text = given.trim();
    if (text === '') throw new Mistake('There is nothing to note; give some text in quotes.');
    if (text.length > LONGEST) throw new Mistake(`A note must not be longer than ${LONGEST} characters.`);
    const opened = await this.installation.open();
    const { _id: id, addresses } = await findContact(opened.contacts, contact);
    const done = { text: `Noted beside ${addresses[0] ?? id}.`, json: { id } };
    return answerToCommand({ type: 'noteContact', contactId: id, text }, done, opened);
  }
}

const LONGEST = 10_000;
