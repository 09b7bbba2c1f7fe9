import { SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { readProductFolder } from './read-product-folder';

@SubCommand({
  name: 'load',
  arguments: '<folder>',
  description:
    'check the folder of a product and store it; every problem is listed, and nothing stored before there is none',
})
export class ProductLoadCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([folder = '']: readonly string[]): Promise<Answer> {
    const { product, contents, codes } = await readProductFolder(folder);
    const { products, accessCodes, clock } = await this.installation.open();
    const { id, revision, knowledge, files } = product;
    // Before the product that hands them out.
    const newCodes = await accessCodes.load(id, codes);
    const status = await products.save(product, contents, clock.now());
    const withCodes = newCodes > 0 ? ` ${newCodes} new access codes.` : '';
    return {
      text:
        status === 'loaded'
          ? `Loaded "${id}": ${knowledge.length} sections of knowledge, ${files.length} files.${withCodes}`
          : `"${id}" is loaded already, exactly as it stands in ${folder}.`,
      json: { id, revision, status, newCodes },
    };
  }
}
