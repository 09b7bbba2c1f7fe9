import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { describeProduct } from './describe-product';
import { readProductFolder } from './read-product-folder';

@SubCommand({
  name: 'check',
  arguments: '<folder>',
  description: 'check the folder of a product, without a database; every problem is listed',
})
export class ProductCheckCommand extends AnsweringCommand {
  protected async answer([folder = '']: readonly string[]): Promise<Answer> {
    const { product } = await readProductFolder(folder);
    const { id, revision } = product;
    return { text: `Nothing is wrong with it.\n${describeProduct(product)}`, json: { id, revision } };
  }
}
