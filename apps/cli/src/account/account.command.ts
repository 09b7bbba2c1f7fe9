import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { AccountAddCommand } from './account-add.command';
import { AccountCheckCommand } from './account-check.command';
import { AccountListCommand } from './account-list.command';
import { AccountRekeyCommand } from './account-rekey.command';
import { AccountResumeCommand } from './account-resume.command';
import { AccountUpdateCommand } from './account-update.command';

@Command({
  name: 'account',
  description: 'the mailboxes we write from',
  subCommands: [
    AccountAddCommand,
    AccountCheckCommand,
    AccountListCommand,
    AccountRekeyCommand,
    AccountResumeCommand,
    AccountUpdateCommand,
  ],
  allowUnknownOptions: true,
})
export class AccountCommand extends GroupCommand {}
