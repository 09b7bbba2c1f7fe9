import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { SuppressionCheckCommand } from './suppression-check.command';
import { SuppressionImportCommand } from './suppression-import.command';
import { SuppressionLiftCommand } from './suppression-lift.command';
import { SuppressionListCommand } from './suppression-list.command';
import { SuppressionRekeyCommand } from './suppression-rekey.command';

@Command({
  name: 'suppression',
  description: 'who is never written to again',
  subCommands: [
    SuppressionListCommand,
    SuppressionCheckCommand,
    SuppressionImportCommand,
    SuppressionLiftCommand,
    SuppressionRekeyCommand,
  ],
  allowUnknownOptions: true,
})
export class SuppressionCommand extends GroupCommand {}
