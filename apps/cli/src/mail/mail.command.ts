import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { MailReadCommand } from './mail-read.command';
import { MailUnmatchedCommand } from './mail-unmatched.command';

@Command({
  name: 'mail',
  description: 'what came in',
  subCommands: [MailReadCommand, MailUnmatchedCommand],
  allowUnknownOptions: true,
})
export class MailCommand extends GroupCommand {}
