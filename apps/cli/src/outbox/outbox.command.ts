import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { OutboxCancelCommand } from './outbox-cancel.command';
import { OutboxListCommand } from './outbox-list.command';
import { OutboxRetryCommand } from './outbox-retry.command';
import { OutboxShowCommand } from './outbox-show.command';

@Command({
  name: 'outbox',
  description: 'what goes out',
  subCommands: [OutboxListCommand, OutboxShowCommand, OutboxRetryCommand, OutboxCancelCommand],
  allowUnknownOptions: true,
})
export class OutboxCommand extends GroupCommand {}
