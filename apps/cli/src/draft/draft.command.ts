import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { DraftApproveCommand } from './draft-approve.command';
import { DraftEditCommand } from './draft-edit.command';
import { DraftListCommand } from './draft-list.command';
import { DraftRejectCommand } from './draft-reject.command';

@Command({
  name: 'draft',
  description: 'letters that wait for your word, where a product asks for it',
  subCommands: [DraftListCommand, DraftApproveCommand, DraftEditCommand, DraftRejectCommand],
  allowUnknownOptions: true,
})
export class DraftCommand extends GroupCommand {}
