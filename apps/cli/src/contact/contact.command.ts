import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { ContactAddCommand } from './contact-add.command';
import { ContactImportCommand } from './contact-import.command';
import { ContactListCommand } from './contact-list.command';
import { ContactReleaseCommand } from './contact-release.command';
import { ContactReplyCommand } from './contact-reply.command';
import { ContactRestartCommand } from './contact-restart.command';
import { ContactShowCommand } from './contact-show.command';
import { ContactStopCommand } from './contact-stop.command';

@Command({
  name: 'contact',
  description: 'the people we write to',
  subCommands: [
    ContactAddCommand,
    ContactImportCommand,
    ContactListCommand,
    ContactShowCommand,
    ContactReplyCommand,
    ContactReleaseCommand,
    ContactRestartCommand,
    ContactStopCommand,
  ],
  allowUnknownOptions: true,
})
export class ContactCommand extends GroupCommand {}
