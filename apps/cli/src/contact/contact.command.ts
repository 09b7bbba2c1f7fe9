import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { ContactAddCommand } from './contact-add.command';
import { ContactEraseCommand } from './contact-erase.command';
import { ContactExportCommand } from './contact-export.command';
import { ContactImportCommand } from './contact-import.command';
import { ContactLinkCommand } from './contact-link.command';
import { ContactListCommand } from './contact-list.command';
import { ContactNoteCommand } from './contact-note.command';
import { ContactReleaseCommand } from './contact-release.command';
import { ContactReplyCommand } from './contact-reply.command';
import { ContactRestartCommand } from './contact-restart.command';
import { ContactResumeCommand } from './contact-resume.command';
import { ContactShowCommand } from './contact-show.command';
import { ContactStopCommand } from './contact-stop.command';
import { ContactTakeCommand } from './contact-take.command';

@Command({
  name: 'contact',
  description: 'the people we write to',
  subCommands: [
    ContactAddCommand,
    ContactImportCommand,
    ContactListCommand,
    ContactShowCommand,
    ContactLinkCommand,
    ContactTakeCommand,
    ContactReplyCommand,
    ContactReleaseCommand,
    ContactRestartCommand,
    ContactStopCommand,
    ContactResumeCommand,
    ContactNoteCommand,
    ContactExportCommand,
    ContactEraseCommand,
  ],
  allowUnknownOptions: true,
})
export class ContactCommand extends GroupCommand {}
