import { Command } from 'nest-commander';
import { GroupCommand } from '../command-line/group.command';
import { ProductCheckCommand } from './product-check.command';
import { ProductLoadCommand } from './product-load.command';
import { ProductShowCommand } from './product-show.command';

@Command({
  name: 'product',
  description: 'what is sold',
  subCommands: [ProductLoadCommand, ProductShowCommand, ProductCheckCommand],
  allowUnknownOptions: true,
})
export class ProductCommand extends GroupCommand {}
