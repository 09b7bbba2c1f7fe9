import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { MailAttachmentCommand } from './mail-attachment.command';
import { MailRawCommand } from './mail-raw.command';
import { MailReadCommand } from './mail-read.command';
import { MailShowCommand } from './mail-show.command';
import { MailUnmatchedCommand } from './mail-unmatched.command';

@Command({
  name: 'mail',
  description: 'what came in',
  subCommands: [MailReadCommand, MailUnmatchedCommand, MailShowCommand, MailAttachmentCommand, MailRawCommand],
  allowUnknownOptions: true,
})
export class MailCommand extends GroupCommand {}
