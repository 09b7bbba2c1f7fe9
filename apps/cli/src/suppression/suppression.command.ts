import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { SuppressionCheckCommand } from './suppression-check.command';
import { SuppressionImportCommand } from './suppression-import.command';
import { SuppressionLiftCommand } from './suppression-lift.command';
import { SuppressionListCommand } from './suppression-list.command';

@Command({
  name: 'suppression',
  description: 'who is never written to again',
  subCommands: [SuppressionListCommand, SuppressionCheckCommand, SuppressionImportCommand, SuppressionLiftCommand],
  allowUnknownOptions: true,
})
export class SuppressionCommand extends GroupCommand {}
