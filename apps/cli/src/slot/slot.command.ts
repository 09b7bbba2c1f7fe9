import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { SlotFreeCommand } from './slot-free.command';
import { SlotListCommand } from './slot-list.command';

@Command({
  name: 'slot',
  description: 'the times of demos',
  subCommands: [SlotListCommand, SlotFreeCommand],
  allowUnknownOptions: true,
})
export class SlotCommand extends GroupCommand {}
